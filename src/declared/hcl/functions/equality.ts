import {Unknown} from '../../../model/value.ts'
import {isList, isObject, LanguageSet} from '../language-value.ts'
import type {LanguageValue} from '../language-value.ts'
import {bare} from './secrecy.ts'

/** `==` of the language: types must agree (1 is not "1"). Unknown where an unknown part decides. */
export function equals(a: LanguageValue, b: LanguageValue): boolean | Unknown {
  const [left, right] = [bare(a), bare(b)]
  if (left instanceof Unknown) return left
  if (right instanceof Unknown) return right
  if (isList(left)) return isList(right) && allEqual(left, right)
  if (left instanceof LanguageSet) return right instanceof LanguageSet && sameElements(left.elements, right.elements)
  if (isObject(left)) return isObject(right) && sameKeys(left, right) && allEqual(...columns(left, right))
  return left === right
}

function allEqual(left: readonly LanguageValue[], right: readonly LanguageValue[]): boolean | Unknown {
  if (left.length !== right.length) return false
  let unknown: Unknown | undefined
  for (const [index, part] of left.entries()) {
    const equal = equals(part, right[index] as LanguageValue)
    if (equal === false) return false
    if (equal !== true) unknown ??= equal
  }
  return unknown ?? true
}

function sameElements(left: readonly LanguageValue[], right: readonly LanguageValue[]): boolean | Unknown {
  const results = left.map((element) => includes(right, element))
  const unknown = results.find((result) => result instanceof Unknown)
  if (unknown) return unknown
  return left.length === right.length && results.every((result) => result === true)
}

/** Whether a known element equals it; unknown if only an unknown one might. */
export function includes(elements: readonly LanguageValue[], sought: LanguageValue): boolean | Unknown {
  let unknown: Unknown | undefined
  for (const element of elements) {
    const equal = equals(element, sought)
    if (equal === true) return true
    if (equal !== false) unknown ??= equal
  }
  return unknown ?? false
}

type Table = {readonly [key: string]: LanguageValue}

function sameKeys(left: Table, right: Table): boolean {
  const keys = Object.keys(left)
  return keys.length === Object.keys(right).length && keys.every((key) => Object.hasOwn(right, key))
}

function columns(left: Table, right: Table): [LanguageValue[], LanguageValue[]] {
  const keys = Object.keys(left)
  return [keys.map((key) => left[key] as LanguageValue), keys.map((key) => right[key] as LanguageValue)]
}
