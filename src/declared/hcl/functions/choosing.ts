import {Unknown} from '../../../model/value.ts'
import {isObject, LanguageSet} from '../language-value.ts'
import type {LanguageValue} from '../language-value.ts'
import {isPrimitive, toBool} from './conversions.ts'
import {equals, includes} from './equality.ts'
import {FunctionError} from './function.ts'
import type {TerraformFunction} from './function.ts'
import {graphemes} from './graphemes.ts'
import {handsOn} from './hands-on.ts'
import {elements, given, list, ordered} from './parameters.ts'
import {firstUnknown} from './secrecy.ts'
import {unify, unifyTogether} from './unify.ts'

type Values = readonly LanguageValue[]

/** Functions that choose among elements or count them; known elements decide wherever they can. */
export const choosing: {readonly [name: string]: TerraformFunction} = {
  alltrue: takesUnknown([1, 1], ([source]) => allTrue(elements(source as LanguageValue))),
  anytrue: takesUnknown([1, 1], ([source]) => anyTrue(elements(source as LanguageValue))),
  coalesce: takesUnknown([1, Infinity], coalesce),
  coalescelist: takesUnknown([1, Infinity], coalesceList),
  contains: takesUnknown([2, 2], ([source, sought]) =>
    includes(elements(source as LanguageValue), given(sought as LanguageValue)),
  ),
  index: takesUnknown([2, 2], ([source, sought]) =>
    indexOf(ordered(source as LanguageValue), given(sought as LanguageValue)),
  ),
  length: handsOn([1, 1], ([source]) => length(source as LanguageValue)),
  matchkeys: takesUnknown([3, 3], matchKeys),
  one: takesUnknown([1, 1], ([source]) => one(elements(source as LanguageValue))),
}

/** Elements are looked at, so that a secret one makes the result secret; a wholly unknown first argument tells nothing. */
function takesUnknown(arity: TerraformFunction['arity'], call: (args: Values) => LanguageValue): TerraformFunction {
  return {arity, takesUnknown: true, call: (args) => (args[0] instanceof Unknown ? args[0] : call(args))}
}

function allTrue(values: Values): LanguageValue {
  for (const held of values.map(toBool)) {
    if (held !== true) return held instanceof Unknown ? held : false
  }
  return true
}

function anyTrue(values: Values): LanguageValue {
  const held = values.map(toBool)
  return held.includes(true) || (held.find((value) => value instanceof Unknown) ?? false)
}

/** The first that is neither null nor an empty string, in the type that all have in common. */
function coalesce(args: Values): LanguageValue {
  const found = unify(args).find((arg) => arg !== null && arg !== '')
  if (found === undefined) throw new FunctionError('no non-null, non-empty-string arguments')
  return found
}

function coalesceList(args: Values): LanguageValue {
  const found = args.find((arg) => arg instanceof Unknown || (arg !== null && ordered(arg).length > 0))
  if (found === undefined) throw new FunctionError('no non-null arguments')
  for (const arg of args) if (arg !== null && !(arg instanceof Unknown)) ordered(arg)
  return found
}

function indexOf(values: Values, sought: LanguageValue): LanguageValue {
  for (const [at, value] of values.entries()) {
    const equal = equals(value, sought)
    if (equal === true) return at
    if (equal instanceof Unknown) return equal
  }
  throw new FunctionError('item not found')
}

/** Unknown elements of a set may turn out to be equal. */
function length(source: LanguageValue): LanguageValue {
  if (typeof source === 'string') return graphemes(source).length
  if (source instanceof LanguageSet && source.elements.length > 1) {
    const unknown = firstUnknown(source)
    if (unknown) return unknown
  }
  if (isObject(given(source))) return Object.keys(source as object).length
  if (isPrimitive(source)) throw new FunctionError('argument must be a string, a collection type, or a structural type')
  return elements(source).length
}

function matchKeys([values, keys, searchset]: Values): LanguageValue {
  const unknown = firstUnknown([keys, searchset] as Values)
  if (unknown) return unknown
  const [found, names] = [list(values as LanguageValue), elements(keys as LanguageValue)]
  const [unified, wanted] = unifyTogether([names, elements(searchset as LanguageValue)]) as [Values, Values]
  if (found.length !== names.length) throw new FunctionError('length of keys and values should be equal')
  return found.filter((_, at) => includes(wanted, unified[at] as LanguageValue) === true)
}

function one(values: Values): LanguageValue {
  if (values.length > 1) throw new FunctionError('must be a list, set, or tuple value with either zero or one elements')
  return values[0] ?? null
}
