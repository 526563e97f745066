import {LanguageSet} from '../language-value.ts'
import type {LanguageValue} from '../language-value.ts'
import {equals} from './equality.ts'
import {bySetOrder} from './set-order.ts'

type Values = readonly LanguageValue[]

/** A set of elements that are of one type already, without repetition. An unknown one may equal any other, and stays. */
export function uniformSet(values: Values): LanguageSet {
  return new LanguageSet(distinct(values).toSorted(bySetOrder))
}

/** The first of each group of equal elements. */
export function distinct(values: Values): Values {
  if (values.every((value) => value !== null && typeof value !== 'object')) return [...new Set(values)]
  const kept: LanguageValue[] = []
  for (const value of values) if (!kept.some((other) => equals(other, value) === true)) kept.push(value)
  return kept
}
