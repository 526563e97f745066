import {Unknown} from '../../../model/value.ts'
import type {LanguageObject, LanguageValue} from '../language-value.ts'
import {FunctionError} from './function.ts'
import type {TerraformFunction} from './function.ts'
import {handOn, handsOn} from './hands-on.ts'
import {define, elements, ordered, table, text, texts} from './parameters.ts'
import {bareThroughout, firstUnknown, holdsSecret, secret} from './secrecy.ts'
import {sortedKeys} from './text-order.ts'

type Values = readonly LanguageValue[]

/** Functions of maps and objects, https://developer.hashicorp.com/terraform/language/functions#collection-functions. */
export const maps: {readonly [name: string]: TerraformFunction} = {
  keys: handsOn([1, 1], ([source]) => sortedKeys(table(source as LanguageValue))),
  lookup: {arity: [2, 3], takesUnknown: true, takesSensitive: true, call: lookup},
  merge: handsOn([0, Infinity], merge),
  transpose: define([table], ([source]) => transpose(source)),
  values: handsOn([1, 1], ([source]) => {
    const content = table(source as LanguageValue)
    return sortedKeys(content).map((key) => content[key] as LanguageValue)
  }),
  zipmap: handsOn([2, 2], ([keys, values]) => zip(keys as LanguageValue, ordered(values as LanguageValue))),
}

/** A default that is not needed may be unknown or secret. */
function lookup([source, wanted, otherwise]: Values): LanguageValue {
  return handOn([source, wanted] as Values, ([map, name]) => {
    const [content, key] = [table(map as LanguageValue), text(name as LanguageValue)]
    const found = Object.hasOwn(content, key) ? content[key] : otherwise
    if (found === undefined)
      throw new FunctionError('the given key does not identify an element in this collection value')
    return found
  })
}

/** Later maps win; a null among them is nothing. One unknown map may hold any key, so that nothing is known. */
function merge(args: Values): LanguageValue {
  return Object.fromEntries(args.filter((arg) => arg !== null).flatMap((arg) => Object.entries(table(arg))))
}

function transpose(source: LanguageObject): LanguageObject {
  const found = new Map<string, string[]>()
  for (const key of sortedKeys(source)) {
    for (const value of texts(source[key] as LanguageValue)) {
      if (value === null) throw new FunctionError('input must not contain null string')
      found.set(value, [...(found.get(value) ?? []), key])
    }
  }
  return Object.fromEntries(found)
}

function zip(keys: LanguageValue, values: Values): LanguageValue {
  const unknown = firstUnknown(keys)
  if (unknown instanceof Unknown) return unknown
  const names = elements(bareThroughout(keys)).map(text)
  if (names.length !== values.length) {
    throw new FunctionError(`number of keys (${names.length}) does not match number of values (${values.length})`)
  }
  const zipped = Object.fromEntries(names.map((name, at) => [name, values[at] as LanguageValue]))
  return holdsSecret(keys) ? secret(zipped) : zipped
}
