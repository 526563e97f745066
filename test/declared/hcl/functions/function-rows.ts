import {readdirSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'

import {setOf} from '../../../../src/declared/hcl/functions/sets.ts'
import {isList, isObject, LanguageSet} from '../../../../src/declared/hcl/language-value.ts'
import type {LanguageValue} from '../../../../src/declared/hcl/language-value.ts'
import {Sensitive, Unknown} from '../../../../src/model/value.ts'
import type {Value} from '../../../../src/model/value.ts'

/**
 * One fact about a function. In arguments and results, {"$set": [...]}, {"$sensitive": x} and {"$unknown": "why"} stand for what
 * JSON has no form for.
 */
export interface Row {
  readonly args: readonly Written[]
  readonly result?: Written
  /** Terraform refuses the arguments; the text is a part of our message. */
  readonly error?: string
  /** Why Terraform's own answer is another one, or cannot be had: the row is not put to it. */
  readonly unasked?: string
}

export type Written = null | boolean | number | string | readonly Written[] | {readonly [key: string]: Written}

const folder = fileURLToPath(new URL('../../../../fixtures/hcl/functions/', import.meta.url))

/** Rows by function, from one file for each family. */
export function functionRows(): readonly (readonly [name: string, row: Row])[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => Object.entries(JSON.parse(readFileSync(`${folder}${file}`, 'utf8')) as Record<string, Row[]>))
    .flatMap(([name, rows]) => rows.map((row) => [name, row] as const))
}

export function read(written: Written): LanguageValue {
  if (isList(written)) return written.map((part) => read(part))
  if (!isObject(written)) return written
  if ('$set' in written) return setOf((written['$set'] as Written[]).map(read))
  if ('$sensitive' in written) return Sensitive.of(read(written['$sensitive']) as Value)
  if ('$unknown' in written) return new Unknown(written['$unknown'] as string)
  return Object.fromEntries(Object.entries(written).map(([key, part]) => [key, read(part)]))
}

export function write(value: LanguageValue): Written {
  if (value instanceof LanguageSet) return {$set: value.elements.map(write)}
  if (value instanceof Sensitive) return {$sensitive: write(value.reveal() as LanguageValue)}
  if (value instanceof Unknown) return {$unknown: value.reason}
  if (isList(value)) return value.map(write)
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, write(part)]))
  return value
}

/** The call in Terraform's own language. */
export function expression(name: string, args: readonly Written[]): string {
  return `${name}(${args.map(literal).join(', ')})`
}

function literal(written: Written): string {
  if (typeof written === 'string') return textLiteral(written)
  if (isList(written)) return `[${written.map((part) => literal(part)).join(', ')}]`
  if (!isObject(written)) return JSON.stringify(written)
  if ('$set' in written) return `toset(${literal(written['$set'])})`
  if ('$sensitive' in written) return `sensitive(${literal(written['$sensitive'])})`
  return `{${Object.entries(written)
    .map(([key, part]) => `${textLiteral(key)} = ${literal(part)}`)
    .join(', ')}}`
}

/** Escapes of JSON that the language does not know. */
const hexadecimal: {readonly [escape: string]: string | undefined} = {'\\b': '\\u0008', '\\f': '\\u000c'}

function textLiteral(text: string): string {
  return JSON.stringify(text)
    .replaceAll('${', () => '$${')
    .replaceAll('%{', '%%{')
    .replaceAll(/\\./g, (escape) => hexadecimal[escape] ?? escape)
}
