import {Unknown} from '../../../model/value.ts'
import {isList, isObject, LanguageSet, type LanguageObject, type LanguageValue} from '../language-value.ts'
import {toBoolean, toNumber} from './conversions.ts'
import {EvaluationError} from './evaluation-error.ts'
import type {BinaryOperator, UnaryOperator} from './expression.ts'
import {reveal} from './marks.ts'

/** https://developer.hashicorp.com/terraform/language/expressions/operators, for known operands that are no secrets. */
export function applyUnary(operator: UnaryOperator, operand: LanguageValue): LanguageValue {
  return operator === 'logicalNot' ? !toBoolean(operand) : -toNumber(operand)
}

export function applyBinary(operator: BinaryOperator, left: LanguageValue, right: LanguageValue): LanguageValue {
  if (operator === 'equal') return equals(left, right)
  if (operator === 'notEqual') return negated(equals(left, right))
  if (operator === 'logicalAnd') return toBoolean(left) && toBoolean(right)
  if (operator === 'logicalOr') return toBoolean(left) || toBoolean(right)
  if (left === null || right === null) throw new EvaluationError('an operand is null')
  return arithmetic[operator](toNumber(left), toNumber(right))
}

const arithmetic = {
  add: (a, b) => exact(a + b),
  subtract: (a, b) => exact(a - b),
  multiply: (a, b) => exact(a * b),
  divide: (a, b) => {
    if (b === 0) throw new EvaluationError('division by zero')
    return exact(a / b)
  },
  modulo: (a, b) => {
    if (b === 0) throw new EvaluationError('division by zero')
    return exact(a % b)
  },
  greaterThan: (a, b) => a > b,
  greaterThanOrEqual: (a, b) => a >= b,
  lessThan: (a, b) => a < b,
  lessThanOrEqual: (a, b) => a <= b,
} satisfies Partial<Record<BinaryOperator, (a: number, b: number) => LanguageValue>>

/**
 * Terraform computes with 512 bits: an integer that a double cannot hold is not its result. Of decimal fractions a double holds 15
 * digits; the noise behind a shorter one is dropped, so that 0.1 + 0.2 is 0.3.
 */
function exact(value: number): LanguageValue {
  if (Number.isSafeInteger(value)) return value
  if (!Number.isFinite(value) || Number.isInteger(value)) {
    return new Unknown('the number has more digits than can be computed with')
  }
  const rounded = Number(value.toPrecision(15))
  return String(rounded).length + 2 < String(value).length ? rounded : value
}

function negated(value: LanguageValue): LanguageValue {
  return value instanceof Unknown ? value : !value
}

/** Values of different types are never equal ("1" and 1); one unknown part leaves it open unless another part differs. */
export function equals(left: LanguageValue, right: LanguageValue): LanguageValue {
  const [a, b] = [reveal(left), reveal(right)]
  if (a instanceof Unknown) return a
  if (b instanceof Unknown) return b
  if (isList(a) && isList(b)) return equalLists(a, b)
  if (a instanceof LanguageSet && b instanceof LanguageSet) return equalLists(a.elements, b.elements)
  if (isObject(a) && isObject(b)) return equalObjects(a, b)
  return a === b
}

function equalLists(a: readonly LanguageValue[], b: readonly LanguageValue[]): LanguageValue {
  return a.length === b.length && all(a.map((item, index) => [item, b[index] ?? null]))
}

function equalObjects(a: LanguageObject, b: LanguageObject): LanguageValue {
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length || !keys.every((key) => Object.hasOwn(b, key))) return false
  return all(keys.map((key) => [a[key] ?? null, b[key] ?? null]))
}

function all(pairs: readonly (readonly [LanguageValue, LanguageValue])[]): LanguageValue {
  let result: LanguageValue = true
  for (const [a, b] of pairs) {
    const equal = equals(a, b)
    if (equal === false) return false
    if (equal instanceof Unknown) result = equal
  }
  return result
}
