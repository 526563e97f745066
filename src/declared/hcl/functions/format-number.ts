import {Decimal} from 'decimal.js'

import type {Verb} from './format.ts'
import {FunctionError} from './function.ts'

/** Digits enough for the binary fraction that a number of 512 bits is, to the last one. */
const Exact = Decimal.clone({precision: 1500, rounding: Decimal.ROUND_HALF_EVEN, toExpNeg: -9e15, toExpPos: 9e15})

const bits = 512

const bases: {readonly [letter: string]: {readonly radix: number; readonly prefix: string}} = {
  X: {prefix: '0X', radix: 16},
  b: {prefix: '0b', radix: 2},
  d: {prefix: '', radix: 10},
  o: {prefix: '0', radix: 8},
  x: {prefix: '0x', radix: 16},
}

/** As Go formats a big.Int, https://pkg.go.dev/math/big#Int.Format */
export function formatInteger(verb: Verb, value: number): string {
  if (!Number.isInteger(value)) throw new FunctionError('an integer is required')
  const {radix, prefix} = bases[verb.letter] as {radix: number; prefix: string}
  const digits = BigInt(Math.abs(value)).toString(radix)
  if (value === 0 && verb.precision === 0) return ''
  const start = signOf(verb, value) + (verb.flags.includes('#') ? prefix : '')
  const body = (verb.letter === 'X' ? digits.toUpperCase() : digits).padStart(verb.precision ?? 0, '0')
  const length = start.length + body.length
  const missing = Math.max((verb.width ?? 0) - length, 0)
  if (verb.flags.includes('-')) return start + body + ' '.repeat(missing)
  if (verb.flags.includes('0') && verb.precision === undefined) return start + '0'.repeat(missing) + body
  return ' '.repeat(missing) + start + body
}

/** As Go formats a big.Float, https://pkg.go.dev/math/big#Float.Format */
export function formatFloat(verb: Verb, value: number): string {
  const sign = signOf(verb, value)
  const lower = verb.letter.toLowerCase()
  const magnitude = Math.abs(value)
  const text = lower === 'g' ? general(magnitude, verb.precision) : fixed(magnitude, lower, verb.precision ?? 6)
  const body = verb.letter === lower ? text : text.toUpperCase()
  const missing = Math.max((verb.width ?? 0) - sign.length - body.length, 0)
  if (verb.flags.includes('0')) return sign + '0'.repeat(missing) + body
  if (verb.flags.includes('-')) return sign + body + ' '.repeat(missing)
  return ' '.repeat(missing) + sign + body
}

function signOf({flags}: Verb, value: number): string {
  if (value < 0) return '-'
  if (flags.includes('+')) return '+'
  return flags.includes(' ') ? ' ' : ''
}

function fixed(value: number, letter: string, precision: number): string {
  const held = asHeld(value)
  return letter === 'f' ? held.toFixed(precision) : exponential(held, precision)
}

/** The shorter form: an exponent from a million on (or beyond the precision) and below a ten-thousandth. */
function general(value: number, precision: number | undefined): string {
  const wanted = precision === 0 ? 1 : precision
  const rounded = wanted === undefined ? new Exact(value) : asHeld(value).toSignificantDigits(wanted)
  const [digits, exponent] = [rounded.precision(), rounded.isZero() ? -1 : rounded.e]
  const limit = wanted === undefined ? 6 : wanted > digits && digits >= exponent + 1 ? digits : wanted
  if (exponent < -4 || exponent >= limit) return exponential(rounded, Math.min(wanted ?? digits, digits) - 1)
  return rounded.toFixed()
}

function exponential(value: Decimal, precision: number): string {
  const [mantissa = '', exponent = ''] = value.toExponential(precision).split('e')
  return `${mantissa}e${exponent[0] ?? '+'}${exponent.slice(1).padStart(2, '0')}`
}

/** The binary fraction of 512 bits next to the decimal one: it decides which way 1.005 is rounded. */
function asHeld(value: number): Decimal {
  const decimal = new Exact(value)
  const places = BigInt(decimal.decimalPlaces())
  if (places === 0n) return decimal
  const [numerator, denominator] = [
    BigInt(decimal.times(new Exact(10).pow(places.toString())).toFixed()),
    10n ** places,
  ]
  const shift = BigInt(bits) - bitLength(numerator) + bitLength(denominator)
  const scaled = toBits((numerator << (shift + 1n)) / denominator)
  return new Exact(scaled.toString()).div(new Exact(2).pow((shift + 1n).toString()))
}

/** Rounded to 512 bits, half up: no decimal fraction lies half-way but those of few bits, which fit. */
function toBits(value: bigint): bigint {
  const surplus = bitLength(value) - BigInt(bits)
  if (surplus <= 0n) return value
  return ((value + (1n << (surplus - 1n))) >> surplus) << surplus
}

function bitLength(value: bigint): bigint {
  return BigInt(value.toString(2).length)
}
