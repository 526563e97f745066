import type {Node} from 'web-tree-sitter'

import {isArray, type Json, type Value} from '../../model/value.ts'
import {quoted} from '../hcl/literal.ts'
import {partsOf, unwrapped} from '../hcl/syntax.ts'

export type Scalar = string | number | boolean

/** The value of an expression that just writes it down. */
export function writtenAs(expression: Node): Scalar | readonly Scalar[] | undefined {
  const node = unwrapped(expression)
  if (node.type !== 'tuple') return scalarOf(node)
  const items = partsOf(node).filter(({type}) => type === 'expression')
  const values = items.map((item) => scalarOf(unwrapped(item)))
  const isPlain = node.descendantsOfType('comment').length === 0
  return isPlain && values.every((value) => value !== undefined) ? values : undefined
}

function scalarOf({type, text}: Node): Scalar | undefined {
  if (type === 'numeric_lit' && Number.isSafeInteger(Number(text))) return Number(text)
  if (type === 'bool_lit') return text === 'true'
  return type === 'string_lit' ? textOf(text) : undefined
}

/** https://developer.hashicorp.com/terraform/language/expressions/strings#escape-sequences; all but `\UNNNNNNNN` are those of JSON. */
function textOf(source: string): string | undefined {
  try {
    const text = JSON.parse(source) as Json
    return typeof text === 'string' ? text.replaceAll(/([$%])\1(?=\{)/g, '$1') : undefined
  } catch {
    return undefined
  }
}

/** A live value in the form of the one that stands there; undefined where it has none. */
export function writtenLike(model: Scalar | readonly Scalar[], value: Value | undefined): string | undefined {
  if (Array.isArray(model)) {
    if (!isArray(value)) return undefined
    const [first = ''] = model as readonly Scalar[]
    const items = value.map((item) => scalarLike(first, item))
    return items.every((item) => item !== undefined) ? `[${items.join(', ')}]` : undefined
  }
  return scalarLike(model as Scalar, value)
}

/** Terraform converts text to numbers and truths, and back: what stands in quotes stays there. */
function scalarLike(model: Scalar, value: Value | undefined): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return undefined
  if (typeof model === 'string') return quoted(String(value))
  const text = String(value)
  const fits = typeof model === 'boolean' ? /^(?:true|false)$/.test(text) : /^-?\d+(?:\.\d+)?$/.test(text)
  return fits ? text : undefined
}

/** Whether code and finding mean one value: as they are, or as text; lists in any order. */
export function isSame(written: Scalar | readonly Scalar[], value: Value | undefined): boolean {
  if (Array.isArray(written)) {
    if (!isArray(value) || value.some((item) => typeof item === 'object')) return false
    const [a, b] = [written, value].map((items) => items.map(String).toSorted())
    return JSON.stringify(a) === JSON.stringify(b)
  }
  return value !== null && typeof value !== 'object' && String(written) === String(value)
}
