import {type Finding, type Subject, subjectName} from '../../model/finding.ts'
import type {SourceRef} from '../../model/source.ts'
import {harmless} from '../harmless.ts'
import type {View} from './view.ts'

/** What a person would call it: an address in Terraform, else the id that the AWS console shows. */
export function shownName(subject: Subject): string {
  return harmless(subject.address ?? subject.id ?? subjectName(subject))
}

/** What helps to find it, beside its name: id, name tag, place, file. */
export function whereabouts({subject, source, calls = []}: Finding, {place}: View): readonly string[] {
  const {address, id, name, location} = subject
  const shown = [address === undefined ? undefined : id && shortId(id), name === id ? undefined : name, place(location)]
  const code = [source && sourceText(source), ...calls.toReversed().map((call) => `called at ${sourceText(call)}`)]
  return [...new Set(shown), ...code].filter((text) => !!text).map((text) => harmless(`${text}`))
}

/** The URL of a queue ends in its name, and says nothing else that is not said beside it. */
function shortId(id: string): string {
  return id.startsWith('https://') ? (id.split('/').at(-1) ?? id) : id
}

/** `main.tf:12:3`, as editors and terminals link it. */
export function sourceText({file, line, column}: SourceRef): string {
  return harmless([file, line, column].filter((part) => part !== undefined).join(':'))
}

/** The key under which findings of one thing are shown together. */
export function subjectKey({subject}: Finding): string {
  return `${subjectName(subject)}\n${subject.location?.account}\n${subject.location?.region}`
}

export function typeOf({subject}: Finding): string {
  return subject.type ?? subject.objectType ?? 'object'
}
