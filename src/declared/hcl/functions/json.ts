import {Decimal} from 'decimal.js'

import {isList, isObject, LanguageSet} from '../language-value.ts'
import type {LanguageValue} from '../language-value.ts'
import {heldExactly, numberText} from './conversions.ts'
import {FunctionError} from './function.ts'
import type {TerraformFunction} from './function.ts'
import {define, text} from './parameters.ts'
import {sortedKeys} from './text-order.ts'

/** https://developer.hashicorp.com/terraform/language/functions/jsonencode */
export const json: {readonly [name: string]: TerraformFunction} = {
  jsondecode: define([text], ([source]) => decode(source)),
  jsonencode: define([(value) => value], ([value]) => jsonText(value)),
}

/** Compact, keys in order, and `<`, `>` and `&` escaped as Go does for HTML's sake. The value is known throughout. */
export function jsonText(value: LanguageValue): string {
  if (typeof value === 'string') return quoted(value)
  if (typeof value === 'number') return numberText(value)
  if (isList(value)) return `[${value.map(jsonText).join(',')}]`
  if (value instanceof LanguageSet) return jsonText(value.elements)
  if (!isObject(value)) return JSON.stringify(value)
  const members = sortedKeys(value).map((key) => `${quoted(key)}:${jsonText(value[key] as LanguageValue)}`)
  return `{${members.join(',')}}`
}

function quoted(value: string): string {
  return JSON.stringify(value).replaceAll(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function decode(source: string): LanguageValue {
  try {
    return JSON.parse(source, withExactNumbers) as LanguageValue
  } catch (error) {
    if (error instanceof SyntaxError) throw new FunctionError('the argument is not valid JSON')
    throw error
  }
}

/** The third parameter has the digits as written, which a double may not hold. */
function withExactNumbers(_: string, value: unknown, context?: {source?: string}): unknown {
  return typeof value === 'number' ? heldExactly(new Decimal(context?.source ?? value)) : value
}
