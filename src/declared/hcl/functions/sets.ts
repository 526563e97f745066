import {LanguageSet} from '../language-value.ts'
import type {LanguageValue} from '../language-value.ts'
import {equals, includes} from './equality.ts'
import type {TerraformFunction} from './function.ts'
import {handsOn} from './hands-on.ts'
import {elements} from './parameters.ts'
import {byCodePoint} from './text-order.ts'
import {unify} from './unify.ts'
import {Unknowable} from './unknowable.ts'

type Values = readonly LanguageValue[]

const largestProduct = 100_000

/** The set functions of https://developer.hashicorp.com/terraform/language/functions#collection-functions. */
export const sets: {readonly [name: string]: TerraformFunction} = {
  setintersection: {
    arity: [1, Infinity],
    call: combine((left, right) => left.filter((element) => has(right, element))),
  },
  setproduct: handsOn([2, Infinity], product),
  setsubtract: {arity: [2, 2], call: combine((left, right) => left.filter((element) => !has(right, element)))},
  setunion: {arity: [1, Infinity], call: combine((left, right) => [...left, ...right])},
}

/**
 * A set of these elements, of one type, without repetition. Strings and numbers are sorted as Terraform iterates them; it sorts
 * all else by a hash of its own, here the first appearance counts. An unknown element may equal any other, and stays.
 */
export function setOf(values: Values): LanguageSet {
  return new LanguageSet(inOrder(distinct(unify(values))))
}

/** The first of each group of equal elements. */
export function distinct(values: Values): Values {
  if (values.every((value) => value !== null && typeof value !== 'object')) return [...new Set(values)]
  const kept: LanguageValue[] = []
  for (const value of values) if (!kept.some((other) => equals(other, value) === true)) kept.push(value)
  return kept
}

function inOrder(values: Values): Values {
  if (values.every((value) => typeof value === 'string')) return values.toSorted(byCodePoint)
  if (values.every((value) => typeof value === 'number')) return values.toSorted((a, b) => a - b)
  return values.every((value) => typeof value === 'boolean') ? values.toSorted((a, b) => Number(a) - Number(b)) : values
}

function has(values: Values, sought: LanguageValue): boolean {
  return includes(values, sought) === true
}

/** All sets are converted to one type before they are compared. */
function combine(join: (left: Values, right: Values) => Values): (args: Values) => LanguageSet {
  return (args) => {
    const unified = unify(args.map((arg) => [...elements(arg)])) as readonly Values[]
    return setOf(unified.reduce(join))
  }
}

/** A set only if every argument is one; each argument's elements are of one type. */
function product(args: Values): LanguageValue {
  const lists = args.map((arg) => unify(elements(arg)))
  if (lists.reduce((size, list) => size * list.length, 1) > largestProduct)
    throw new Unknowable('a product of more than 100000 elements')
  const tuples = lists.reduce<readonly Values[]>(
    (found, list) => found.flatMap((tuple) => list.map((element) => [...tuple, element])),
    [[]],
  )
  return args.every((arg) => arg instanceof LanguageSet) ? new LanguageSet(tuples) : tuples
}
