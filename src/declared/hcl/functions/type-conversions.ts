import {Sensitive, Unknown} from '../../../model/value.ts'
import type {LanguageValue} from '../language-value.ts'
import {toBool, toNumber, toText} from './conversions.ts'
import type {TerraformFunction} from './function.ts'
import {handsOn} from './hands-on.ts'
import {elements, table} from './parameters.ts'
import {bare, secret} from './secrecy.ts'
import {setOf} from './sets.ts'
import {unify} from './unify.ts'

/**
 * https://developer.hashicorp.com/terraform/language/functions#type-conversion-functions. Null converts to null of any type.
 * What `ephemeralasnull` would take away never comes this far: nothing ephemeral is known without a run.
 */
export const typeConversions: {readonly [name: string]: TerraformFunction} = {
  ephemeralasnull: marksAware((value) => value),
  issensitive: marksAware((value) => (value instanceof Unknown ? value : value instanceof Sensitive)),
  nonsensitive: marksAware(bare),
  sensitive: marksAware(secret),
  tobool: converts(toBool),
  tolist: converts((value) => unify(elements(value))),
  tomap: converts((value) => {
    const content = table(value)
    const unified = unify(Object.values(content))
    return Object.fromEntries(Object.keys(content).map((key, at) => [key, unified[at] as LanguageValue]))
  }),
  tonumber: converts(toNumber),
  toset: {
    arity: [1, 1],
    takesUnknown: true,
    call: ([value]) => (value === null || value instanceof Unknown ? value : setOf(elements(value as LanguageValue))),
  },
  tostring: converts(toText),
}

function marksAware(call: (value: LanguageValue) => LanguageValue): TerraformFunction {
  return {arity: [1, 1], takesUnknown: true, takesSensitive: true, call: ([value]) => call(value as LanguageValue)}
}

function converts(convert: (value: LanguageValue) => LanguageValue): TerraformFunction {
  return handsOn([1, 1], ([value]) => (value === null ? null : convert(value as LanguageValue)))
}
