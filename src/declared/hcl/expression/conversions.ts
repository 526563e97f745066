import {isList, isObject, LanguageSet, type LanguageValue} from '../language-value.ts'
import {EvaluationError} from './evaluation-error.ts'

/** https://developer.hashicorp.com/terraform/language/expressions/types#type-conversion, for values that are known and no secrets. */
export function toText(value: LanguageValue): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return numberText(value)
  if (typeof value === 'boolean') return String(value)
  throw new EvaluationError(`a string is required, not ${kindName(value)}`)
}

export function toNumber(value: LanguageValue): number {
  if (typeof value === 'number') return value
  if (typeof value === 'string' && /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(value)) return Number(value)
  throw new EvaluationError(`a number is required, not ${kindName(value)}`)
}

export function toBoolean(value: LanguageValue): boolean {
  if (typeof value === 'boolean') return value
  if (value === 'true' || value === '1') return true
  if (value === 'false' || value === '0') return false
  throw new EvaluationError(`a bool is required, not ${kindName(value)}`)
}

/** Terraform never writes an exponent. */
export function numberText(value: number): string {
  const text = String(value)
  if (!text.includes('e')) return text
  return Number.isInteger(value) ? BigInt(value).toString() : value.toFixed(20).replace(/0+$/, '')
}

export function kindName(value: LanguageValue): string {
  if (value === null) return 'null'
  if (isList(value)) return 'a list'
  if (value instanceof LanguageSet) return 'a set'
  if (isObject(value)) return 'an object'
  return `a ${typeof value === 'boolean' ? 'bool' : typeof value}`
}
