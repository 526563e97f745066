import {Sensitive, Unknown} from '../../../model/value.ts'
import {isObject, type LanguageValue} from '../language-value.ts'
import {toBoolean} from './conversions.ts'
import type {Evaluate} from './evaluate.ts'
import {EvaluationError} from './evaluation-error.ts'
import {unify} from '../functions/unify.ts'
import type {Expression} from './expression.ts'
import {reveal, secret} from './marks.ts'
import {equals} from './operators.ts'
import type {Scope} from './scope.ts'
import {messageOf, settle} from './settle.ts'

type Conditional = Extract<Expression, {kind: 'conditional'}>

/** https://developer.hashicorp.com/terraform/language/expressions/conditionals */
export function evaluateConditional(expression: Conditional, scope: Scope, evaluate: Evaluate): LanguageValue {
  const condition = evaluate(expression.condition, scope)
  const plain = reveal(condition)
  const branch = (which: Expression) => settle(() => evaluate(which, scope))
  if (plain instanceof Unknown) return either(branch(expression.yes), branch(expression.no), plain)
  if (plain === null) throw new EvaluationError('the condition is null')
  const [chosen, other] = toBoolean(plain) ? [expression.yes, expression.no] : [expression.no, expression.yes]
  const value = unified(evaluate(chosen, scope), () => branch(other))
  return condition instanceof Sensitive ? secret(value) : value
}

/** Both branches have one type: a number or bool becomes a string beside a string, objects of other attributes become maps of one type. */
function unified(value: LanguageValue, other: () => LanguageValue): LanguageValue {
  if (value === null || typeof value === 'string' || value instanceof Unknown) return value
  try {
    return unify([value, other()])[0] ?? value
  } catch (error) {
    // What Terraform refuses is known all the same, whatever the other branch would be.
    messageOf(error)
    return value
  }
}

/** What is the same in both branches is known, whichever it will be. */
function either(yes: LanguageValue, no: LanguageValue, unknown: Unknown): LanguageValue {
  if (equals(yes, no) === true) return yes
  if (!isObject(yes) || !isObject(no)) return unknown
  const keys = Object.keys(yes)
  if (keys.length !== Object.keys(no).length || !keys.every((key) => Object.hasOwn(no, key))) return unknown
  return Object.fromEntries(keys.map((key) => [key, either(yes[key] ?? null, no[key] ?? null, unknown)]))
}
