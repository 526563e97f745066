import {Sensitive, Unknown} from '../../../model/value.ts'
import type {LanguageValue} from '../language-value.ts'
import {toText} from './conversions.ts'
import type {Evaluate} from './evaluate.ts'
import {EvaluationError} from './evaluation-error.ts'
import type {Expression, ObjectItem} from './expression.ts'
import {reveal, secret} from './marks.ts'
import type {Scope} from './scope.ts'
import {settle} from './settle.ts'

export function evaluateList(items: readonly Expression[], scope: Scope, evaluate: Evaluate): LanguageValue {
  return items.map((item) => evaluatePart(item, scope, evaluate))
}

/** An unknown key leaves open which keys there are: the object is unknown. A secret key makes the object secret. */
export function evaluateObject(items: readonly ObjectItem[], scope: Scope, evaluate: Evaluate): LanguageValue {
  const object: Record<string, LanguageValue> = {}
  let isSecret = false
  for (const item of items) {
    const key = evaluate(item.key, scope)
    if (key instanceof Unknown) return key
    isSecret ||= key instanceof Sensitive
    define(object, keyText(reveal(key)), evaluatePart(item.value, scope, evaluate))
  }
  return isSecret ? secret(object) : object
}

export function keyText(key: LanguageValue): string {
  if (key === null) throw new EvaluationError('a key is null')
  return toText(key)
}

/** `__proto__` is a key like any other. */
export function define(object: Record<string, LanguageValue>, key: string, value: LanguageValue): void {
  if (key === '__proto__')
    Object.defineProperty(object, key, {value, enumerable: true, configurable: true, writable: true})
  else object[key] = value
}

/** Outside of `try`, an error in one part leaves the others as they are. */
function evaluatePart(expression: Expression, scope: Scope, evaluate: Evaluate): LanguageValue {
  return scope.strict ? evaluate(expression, scope) : settle(() => evaluate(expression, scope))
}
