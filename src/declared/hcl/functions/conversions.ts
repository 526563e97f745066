import {Decimal} from 'decimal.js'

import {Unknown} from '../../../model/value.ts'
import type {LanguageValue} from '../language-value.ts'
import {FunctionError} from './function.ts'
import {within} from './secrecy.ts'
import {Unknowable} from './unknowable.ts'

type Primitive = boolean | number | string

/**
 * Conversions between primitive types as Terraform makes them for arguments, elements and template parts,
 * https://developer.hashicorp.com/terraform/language/expressions/types#type-conversion. Null stays null, unknown unknown.
 */
export const toText = converter((value) => (typeof value === 'number' ? numberText(value) : String(value)))

export const toNumber = converter((value) => {
  if (typeof value === 'boolean') throw new FunctionError('a number is required')
  return typeof value === 'string' ? parseNumber(value) : value
})

export const toBool = converter((value) => {
  if (value === true || value === 'true' || value === '1') return true
  if (value === false || value === 'false' || value === '0') return false
  throw new FunctionError('a bool is required')
})

export function isPrimitive(value: LanguageValue): value is Primitive {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

/** All digits, never an exponent. */
export function numberText(value: number): string {
  return Number.isSafeInteger(value) ? String(value) : new Decimal(value).toFixed()
}

export function parseNumber(text: string): number {
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text)) throw new FunctionError('a number is required')
  return heldExactly(new Decimal(text))
}

/** Terraform's numbers have 512 bits. Decimals such as 0.1 fit neither, and mean the same in both. */
export function heldExactly(exact: Decimal): number {
  const held = exact.toNumber()
  if (Number.isFinite(held) && new Decimal(held).equals(exact)) return held
  throw new Unknowable('a number of more digits than can be held here')
}

function converter(convert: (value: Primitive) => Primitive): (value: LanguageValue) => LanguageValue {
  return (value) =>
    within(value, (content) => {
      if (content === null || content instanceof Unknown) return content
      if (!isPrimitive(content)) throw new FunctionError('a string, number or bool is required')
      return convert(content)
    })
}
