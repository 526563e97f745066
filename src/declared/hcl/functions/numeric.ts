import {Decimal} from 'decimal.js'

import type {LanguageValue} from '../language-value.ts'
import {heldExactly} from './conversions.ts'
import {FunctionError} from './function.ts'
import type {TerraformFunction} from './function.ts'
import {define, elements, number, text, whole} from './parameters.ts'

/** As many digits as Terraform's 512 bits, so that sum([0.1, 0.2]) is 0.3. */
const Exact = Decimal.clone({precision: 155})

const digits = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** https://developer.hashicorp.com/terraform/language/functions#numeric-functions */
export const numeric: {readonly [name: string]: TerraformFunction} = {
  abs: define([number], ([value]) => Math.abs(value)),
  ceil: define([number], ([value]) => Math.ceil(value) + 0),
  floor: define([number], ([value]) => Math.floor(value)),
  log: define([number, number], ([value, base]) => finite(Math.log(value) / Math.log(base))),
  max: {arity: [1, Infinity], call: (args) => Math.max(...args.map(number))},
  min: {arity: [1, Infinity], call: (args) => Math.min(...args.map(number))},
  parseint: define([unconverted, whole], ([source, base]) => parseInteger(source, base)),
  pow: define([number, number], ([value, power]) => finite(value ** power)),
  signum: define([whole], ([value]) => Math.sign(value)),
  sum: define([elements], ([values]) => sum(values)),
}

/** Terraform computes logarithms and powers in doubles too; it has no number for what is none. */
function finite(value: number): number {
  if (!Number.isFinite(value)) throw new FunctionError('the result is not a number')
  return value
}

/** The one parameter that a number is not converted for. */
function unconverted(value: LanguageValue): string {
  if (typeof value !== 'string') throw new FunctionError('first argument must be a string')
  return text(value)
}

function parseInteger(source: string, base: number): number {
  if (base < 2 || base > 62) throw new FunctionError('base must be a whole number between 2 and 62 inclusive')
  const [, sign = '', body = ''] = /^([+-]?)(.*)$/s.exec(source) ?? []
  const folded = base <= 36 ? body.toLowerCase() : body
  let total = 0n
  for (const digit of folded) {
    const value = digits.indexOf(digit)
    if (value === -1 || value >= base) throw new FunctionError(`cannot parse as a base ${base} integer`)
    total = total * BigInt(base) + BigInt(value)
  }
  if (folded === '') throw new FunctionError(`cannot parse as a base ${base} integer`)
  return heldExactly(new Exact(`${sign === '-' && total > 0n ? '-' : ''}${total}`))
}

function sum(values: readonly LanguageValue[]): number {
  if (values.length === 0) throw new FunctionError('cannot sum an empty list')
  const total = values.reduce<Decimal>((running, value) => running.plus(number(value)), new Exact(0))
  return heldExactly(total)
}
