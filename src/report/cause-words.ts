import type {CauseGroup, CauseKind} from '../model/cause-group.ts'
import {findingWords} from './finding-words.ts'
import {harmless} from './harmless.ts'
import {propertyName} from './owner.ts'
import {valueText} from './value-text.ts'

const causeWords: Readonly<Record<CauseKind, string>> = {
  event: 'by one event',
  change: 'the same change',
  block: 'instances of one block',
  module: 'instances of one module',
}

const longest = 60

/** `aws_instance metadata_options.http_tokens "required" → "optional", the same change`. */
export function causeText({cause, code, type, address, findings}: CauseGroup): string {
  const [first] = findings
  const what = address ?? type ?? 'resources'
  const title = findingWords[code].title.toLowerCase()
  const path = first && 'path' in first ? ` ${propertyName(first)}` : ''
  const values =
    first && cause === 'change' && 'before' in first && 'after' in first
      ? ` ${short(valueText(first.before))} → ${short(valueText(first.after))}`
      : ''
  return harmless(`${what}${path}${values}: ${title}, ${causeWords[cause]}`)
}

function short(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}
