import {Decimal} from 'decimal.js'

import type {LanguageValue} from '../language-value.ts'
import {heldExactly, parseNumber} from './conversions.ts'
import {FunctionError} from './function.ts'
import {parseInstant, rfc3339} from './instants.ts'

const trueWords = words('y yes true on')
const falseWords = words('n no false off')
const nullWords = new Set(['', '~', 'null', 'Null', 'NULL'])

/** What a plain scalar means to `yamldecode`: the bools of YAML 1.1, the numbers of 1.2, and timestamps as RFC 3339 text. */
export function plainScalar(source: string): LanguageValue {
  if (trueWords.has(source)) return true
  if (falseWords.has(source)) return false
  if (nullWords.has(source)) return null
  return timestamp(source) ?? number(source) ?? source
}

/** A scalar with a tag of YAML's own, quoted or not. */
export function taggedScalar(tag: string, source: string): LanguageValue {
  if (tag === 'str' || tag === 'binary') return source
  if (tag === 'null') return null
  const value = plainScalar(source)
  const fits =
    (tag === 'bool' && typeof value === 'boolean') ||
    ((tag === 'int' || tag === 'float') && typeof value === 'number') ||
    (tag === 'timestamp' && timestamp(source) !== undefined)
  if (!fits) throw new FunctionError(`a value does not match its tag !!${tag}`)
  return value
}

function words(list: string): ReadonlySet<string> {
  return new Set(
    list.split(' ').flatMap((word) => [word, word.toUpperCase(), (word[0] as string).toUpperCase() + word.slice(1)]),
  )
}

function number(source: string): number | undefined {
  if (/^[+-]?(?:\.\d+|\d+\.?\d*)(?:[eE][+-]?\d+)?$/.test(source)) return parseNumber(source)
  if (/^0x[\da-fA-F]+$|^0o[0-7]+$/.test(source)) return heldExactly(new Decimal(source))
  if (/^(?:[+-]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/.test(source)) {
    throw new FunctionError('infinity and NaN are not supported')
  }
  return undefined
}

/** Short fields are allowed; a space instead of the T goes without a zone. */
function timestamp(source: string): string | undefined {
  const [, year, month, day, time] = /^(\d{4})-(\d\d?)-(\d\d?)(?:[Tt ](.*))?$/.exec(source) ?? []
  if (year === undefined || month === undefined || day === undefined) return undefined
  const spaced = source.includes(' ')
  const [, hour, minute, second, zone] =
    /^(\d\d?):(\d\d?):(\d\d?)(?:\.\d+)?(Z|[+-]\d\d:\d\d)?$/.exec(time ?? `0:0:0${spaced ? '' : 'Z'}`) ?? []
  if (hour === undefined || (zone === undefined) !== spaced) return undefined
  const [M, D, h, m, s] = [month, day, hour, minute, second].map((field) => String(field).padStart(2, '0'))
  const instant = parseInstant(`${year}-${M}-${D}T${h}:${m}:${s}${zone ?? 'Z'}`)
  return instant && rfc3339(instant)
}
