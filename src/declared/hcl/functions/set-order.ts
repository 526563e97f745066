import {Unknown} from '../../../model/value.ts'
import {isList, isObject, LanguageSet} from '../language-value.ts'
import type {LanguageValue} from '../language-value.ts'
import {formatFloat} from './format-number.ts'
import {bare} from './secrecy.ts'
import {byCodePoint, sortedKeys} from './text-order.ts'

/**
 * The order in which Terraform iterates a set: primitives by value, nulls and unknowns last, and all else by a text of its own,
 * which decides what `tolist(toset(...))[0]` is. https://github.com/zclconf/go-cty/blob/main/cty/set_internals.go
 */
export function bySetOrder(a: LanguageValue, b: LanguageValue): number {
  const [left, right] = [bare(a), bare(b)]
  const ranks = rank(left) - rank(right)
  if (ranks !== 0) return ranks
  if (typeof left === 'string' && typeof right === 'string') return byCodePoint(left, right)
  if (typeof left === 'number' && typeof right === 'number') return left - right
  if (typeof left === 'boolean') return Number(left) - Number(right)
  return byCodePoint(setText(left), setText(right))
}

function rank(value: LanguageValue): number {
  if (value instanceof Unknown) return 2
  return value === null ? 1 : 0
}

function setText(part: LanguageValue): string {
  const value = bare(part)
  if (value === null) return '~'
  if (typeof value === 'boolean') return value ? 'T' : 'F'
  if (typeof value === 'number') return formatFloat({flags: '', letter: 'g', precision: 10, width: undefined}, value)
  if (typeof value === 'string') return JSON.stringify(value)
  if (isList(value)) return `[${value.map((element) => `${setText(element)};`).join('')}]`
  if (value instanceof LanguageSet) return setText(value.elements)
  if (!isObject(value)) return '?'
  return `{${sortedKeys(value)
    .map((key) => `${JSON.stringify(key)}:${setText(value[key] ?? null)};`)
    .join('')}}`
}
