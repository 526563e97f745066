import type {LanguageValue} from '../language-value.ts'
import {toText} from './conversions.ts'
import {FunctionError} from './function.ts'
import type {TerraformFunction} from './function.ts'
import {lower, title, upper} from './letter-case.ts'
import {define, elements, text, texts, whole} from './parameters.ts'
import {byCodePoint} from './text-order.ts'
import {graphemes, runes} from './graphemes.ts'
import {Unknowable} from './unknowable.ts'

/** What Go calls white space; JavaScript's list lacks U+0085 and has U+FEFF. */
const space = '[\\t\\n\\v\\f\\r \\u0085\\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000]'
const surroundingSpace = new RegExp(`^${space}+|${space}+$`, 'g')

const longestIndent = 10_000

/** https://developer.hashicorp.com/terraform/language/functions#string-functions; patterns and formats have files of their own. */
export const strings: {readonly [name: string]: TerraformFunction} = {
  chomp: define([text], ([value]) => value.replace(/(?:\r\n?|\n)+$/, '')),
  endswith: define([text, text], ([value, end]) => value.endsWith(end)),
  indent: define([whole, text], ([width, value]) => indent(width, value)),
  join: {arity: [1, Infinity], call: ([separator, ...lists]) => join(text(separator as LanguageValue), lists)},
  lower: define([text], ([value]) => lower(value)),
  sort: define([texts], ([values]) => present(values, 'cannot sort a null').toSorted(byCodePoint)),
  split: define([text, text], ([separator, value]) => (separator === '' ? runes(value) : value.split(separator))),
  startswith: define([text, text], ([value, start]) => value.startsWith(start)),
  strcontains: define([text, text], ([value, part]) => value.includes(part)),
  strrev: define([text], ([value]) => graphemes(value).toReversed().join('')),
  substr: define([text, whole, whole], ([value, offset, length]) => substring(value, offset, length)),
  title: define([text], ([value]) => title(value)),
  trim: define([text, text], ([value, characters]) => trim(value, new Set(runes(characters)))),
  trimprefix: define([text, text], ([value, prefix]) =>
    prefix !== '' && value.startsWith(prefix) ? value.slice(prefix.length) : value,
  ),
  trimspace: define([text], ([value]) => value.replaceAll(surroundingSpace, '')),
  trimsuffix: define([text, text], ([value, suffix]) =>
    suffix !== '' && value.endsWith(suffix) ? value.slice(0, -suffix.length) : value,
  ),
  upper: define([text], ([value]) => upper(value)),
}

function indent(width: number, value: string): string {
  if (width < 0) throw new FunctionError('the number of spaces must not be negative')
  if (width > longestIndent) throw new Unknowable('an indentation of more than 10000 spaces')
  return value.replaceAll('\n', `\n${' '.repeat(width)}`)
}

function join(separator: string, lists: readonly LanguageValue[]): string {
  const values = lists.flatMap((list) => elements(list).map((element) => toText(element) as string | null))
  return present(values, 'cannot concatenate null values').join(separator)
}

function present(values: readonly (string | null)[], message: string): readonly string[] {
  return values.map((value) => {
    if (value === null) throw new FunctionError(message)
    return value
  })
}

/** Characters are grapheme clusters; an offset before the start counts from the end, any negative length takes the rest
 * (and so does a length of zero after a negative offset: a quirk of Terraform's). */
function substring(value: string, offset: number, length: number): string {
  const clusters = graphemes(value)
  const start = offset < 0 ? Math.max(offset + clusters.length, 0) : offset
  const toEnd = length < 0 || (length === 0 && offset < 0)
  return clusters.slice(start, toEnd ? undefined : start + length).join('')
}

function trim(value: string, unwanted: ReadonlySet<string>): string {
  const all = runes(value)
  const first = all.findIndex((rune) => !unwanted.has(rune))
  if (first === -1) return ''
  return all.slice(first, all.findLastIndex((rune) => !unwanted.has(rune)) + 1).join('')
}
