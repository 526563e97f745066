import type {Remedy} from '../../model/remedy.ts'
import {harmless} from '../harmless.ts'
import {caveatWords, commandText, hindranceWords, remedyTitles} from '../remedy-words.ts'
import type {PageRemedy} from './page-data.ts'
import {placeText} from './place-text.ts'

/** What a person can do, as text to read and to paste. */
export function pageRemedy({kind, command, hcl, place, edit, hindrance, caveats = []}: Remedy): PageRemedy {
  const where = edit ?? place
  const code = command ? commandText(command) : hcl
  const notes = [
    ...(hindrance === undefined ? [] : [hindranceWords[hindrance]]),
    ...caveats.map((one) => caveatWords[one]),
  ]
  return {
    title: remedyTitles[kind],
    ...(code !== undefined && {code: harmlessLines(code)}),
    ...(where && {place: placeText(where)}),
    ...(edit && {edit: {before: harmlessLines(edit.before), after: harmlessLines(edit.after)}}),
    notes,
  }
}

function harmlessLines(text: string): string {
  return text.split('\n').map(harmless).join('\n')
}
