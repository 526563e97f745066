import {Decimal} from 'decimal.js'

import {Sensitive, Unknown} from '../../../model/value.ts'
import {isList, LanguageSet} from '../language-value.ts'
import type {LanguageValue} from '../language-value.ts'
import {heldExactly} from './conversions.ts'
import {FunctionError} from './function.ts'
import type {TerraformFunction} from './function.ts'
import {handsOn} from './hands-on.ts'
import {define, list, number, ordered, elements, texts, whole} from './parameters.ts'
import {bare, secret} from './secrecy.ts'
import {distinct} from './uniform-set.ts'

type Values = readonly LanguageValue[]

const longestRange = 1024

/** Functions from lists to lists, https://developer.hashicorp.com/terraform/language/functions#collection-functions. */
export const lists: {readonly [name: string]: TerraformFunction} = {
  chunklist: handsOn([2, 2], ([source, size]) => chunks(list(source as LanguageValue), whole(size as LanguageValue))),
  compact: define([texts], ([values]) => values.filter((value) => value !== null && value !== '')),
  concat: handsOn([1, Infinity], (args) => args.flatMap(ordered)),
  distinct: define([list], ([values]) => distinct(values)),
  element: handsOn([2, 2], ([source, index]) =>
    element(ordered(source as LanguageValue), whole(index as LanguageValue)),
  ),
  flatten: handsOn([1, 1], ([source]) => flatten(elements(source as LanguageValue))),
  range: {arity: [1, 3], call: (args) => range(args.map(number))},
  reverse: handsOn([1, 1], ([source]) => elements(source as LanguageValue).toReversed()),
  slice: handsOn([3, 3], ([source, start, end]) =>
    slice(ordered(source as LanguageValue), whole(start as LanguageValue), whole(end as LanguageValue)),
  ),
}

/** A size of zero is one chunk of everything. */
function chunks(values: Values, size: number): readonly Values[] {
  if (size < 0) throw new FunctionError('the size argument must be positive')
  const step = size === 0 ? values.length : size
  return Array.from({length: Math.ceil(values.length / step) || 0}, (_, at) => values.slice(at * step, (at + 1) * step))
}

function element(values: Values, index: number): LanguageValue {
  if (index < 0) throw new FunctionError('cannot use element function with a negative index')
  if (values.length === 0) throw new FunctionError('cannot use element function with an empty list')
  return values[index % values.length] as LanguageValue
}

/** An unknown might be a list itself, of any length: then nothing is known of the whole. A secret list makes the whole secret. */
function flatten(values: Values): LanguageValue {
  const found: LanguageValue[] = []
  let secretive = false
  for (const value of values) {
    const content = bare(value)
    if (content instanceof Unknown) return content
    if (!isList(content) && !(content instanceof LanguageSet)) {
      found.push(value)
      continue
    }
    const inner = flatten(elements(content))
    const parts = bare(inner)
    if (!isList(parts)) return parts
    found.push(...parts)
    secretive ||= value instanceof Sensitive || inner instanceof Sensitive
  }
  return secretive ? secret(found) : found
}

function range(args: readonly number[]): LanguageValue {
  const [start, end] = args.length === 1 ? [0, args[0] as number] : [args[0] as number, args[1] as number]
  const step = args[2] ?? (end < start ? -1 : 1)
  if (start === end) return []
  if (step === 0) throw new FunctionError('step must not be zero')
  if (end < start && step > 0) throw new FunctionError('end must be greater than start if step is positive')
  if (end > start && step < 0) throw new FunctionError('end must be less than start if step is negative')
  const size = Math.ceil(new Decimal(end).minus(start).div(step).toNumber())
  if (size > longestRange) throw new FunctionError('more than 1024 values were generated')
  return Array.from({length: size}, (_, at) => heldExactly(new Decimal(step).times(at).plus(start)))
}

function slice(values: Values, start: number, end: number): Values {
  if (start < 0) throw new FunctionError('start index must not be less than zero')
  if (end > values.length) throw new FunctionError('end index must not be greater than the length of the list')
  if (start > end) throw new FunctionError('start index must not be greater than the end index')
  return values.slice(start, end)
}
