import type {AttributeDescription, KnownType, TypeDescription} from '../model/type-description.ts'
import {counted} from './count-text.ts'
import type {FormatOptions} from './format.ts'
import {columns} from './terminal/columns.ts'

/** All known types, a line each. */
export function* typeList(types: readonly KnownType[], {width}: FormatOptions): Generator<string> {
  const rows = types.map(({type, objectType, confidence}) => [type, confidence, objectType])
  for (const line of columns(rows, {width, indent: ''})) yield `${line}\n`
  const curated = types.filter(({confidence}) => confidence === 'curated').length
  yield `\n${counted(types.length, 'type')}, ${curated} of them curated\n`
}

/** What is known of one type: what it is, how it is found and read, what becomes of each attribute. */
export function* typeText(type: TypeDescription, {width}: FormatOptions): Generator<string> {
  const facts = [
    ['AWS type', type.role === 'part' ? `part of ${type.objectType}` : type.objectType],
    ['mapping', type.confidence],
    ['identity', type.identity.join(' or ') || 'computed from several attributes'],
    ['tags', type.taggable ? 'yes' : 'none'],
    ...type.readers.map(({reader, answers, note, actions}) => [
      reader,
      answers ? `${note}: ${actions.join(', ')}` : `no: ${note}`,
    ]),
  ]
  yield `${type.type}\n`
  for (const line of columns(facts, {width})) yield `${line}\n`
  yield '\n'
  for (const line of columns(type.attributes.map(row), {width})) yield `${line}\n`
}

function row({attribute, property, comparison, skipped, because}: AttributeDescription): readonly string[] {
  if (property !== undefined) return [attribute, `${property}${comparison === 'exact' ? '' : ` (${comparison})`}`]
  return [attribute, skipped === undefined ? `see: ${because}` : `not compared (${skipped}): ${because}`]
}
