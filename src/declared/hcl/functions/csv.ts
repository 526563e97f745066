import type {LanguageValue} from '../language-value.ts'
import {FunctionError} from './function.ts'
import type {TerraformFunction} from './function.ts'
import {define, text} from './parameters.ts'

/** https://developer.hashicorp.com/terraform/language/functions/csvdecode: RFC 4180 as Go's encoding/csv reads it. */
export const csv: {readonly [name: string]: TerraformFunction} = {
  csvdecode: define([text], ([source]) => decode(source)),
}

function decode(source: string): LanguageValue {
  const [header, ...rows] = records(source)
  if (!header) throw new FunctionError('missing header line')
  if (new Set(header).size < header.length) throw new FunctionError('duplicate column name')
  return rows.map((row) => {
    if (row.length !== header.length) throw new FunctionError('wrong number of fields')
    return Object.fromEntries(header.map((name, at) => [name, row[at] as string]))
  })
}

/** A field, quoted or not, and what ends it. */
const field = /(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/y

function records(source: string): readonly (readonly string[])[] {
  const lines = source.replaceAll('\r\n', '\n').replace(/\r$/, '')
  const found: string[][] = []
  let record: string[] = []
  let at = 0
  while (at < lines.length || record.length > 0) {
    if (record.length === 0 && lines[at] === '\n') {
      at += 1
      continue
    }
    field.lastIndex = at
    const match = field.exec(lines)
    if (!match) throw new FunctionError('a quote where none may stand')
    const [whole, quoted, plain, end] = match
    record.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    at += whole.length
    if (end === ',') continue
    found.push(record)
    record = []
  }
  return found
}
