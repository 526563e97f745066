import {LanguageSet} from '../language-value.ts'
import type {LanguageValue} from '../language-value.ts'
import {includes} from './equality.ts'
import type {TerraformFunction} from './function.ts'
import {handsOn} from './hands-on.ts'
import {elements} from './parameters.ts'
import {unify, unifyTogether} from './unify.ts'
import {uniformSet} from './uniform-set.ts'
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

/** A set of these elements, once they are of one type. */
export function setOf(values: Values): LanguageSet {
  return uniformSet(unify(values))
}

function has(values: Values, sought: LanguageValue): boolean {
  return includes(values, sought) === true
}

/** All sets are converted to one type before they are compared. */
function combine(join: (left: Values, right: Values) => Values): (args: Values) => LanguageSet {
  return (args) => {
    const unified = unifyTogether(args.map(elements))
    return setOf(unified.reduce(join))
  }
}

/** A set if any argument is one; each argument's elements are of one type. */
function product(args: Values): LanguageValue {
  const lists = args.map((arg) => unify(elements(arg)))
  if (lists.reduce((size, list) => size * list.length, 1) > largestProduct)
    throw new Unknowable('a product of more than 100000 elements')
  const tuples = lists.reduce<readonly Values[]>(
    (found, list) => found.flatMap((tuple) => list.map((element) => [...tuple, element])),
    [[]],
  )
  return args.some((arg) => arg instanceof LanguageSet) ? uniformSet(tuples) : tuples
}
