import {Sensitive, Unknown} from '../../../model/value.ts'
import {isList, isObject, LanguageSet, type LanguageValue} from '../language-value.ts'
import {define, keyText} from './constructors.ts'
import {kindName, toBoolean} from './conversions.ts'
import type {Evaluate} from './evaluate.ts'
import {EvaluationError} from './evaluation-error.ts'
import type {ForExpression} from './expression.ts'
import {reveal, secret} from './marks.ts'
import {type Scope, withVariables} from './scope.ts'
import {joinTexts} from './template.ts'

/** https://developer.hashicorp.com/terraform/language/expressions/for */
export function evaluateFor(expression: ForExpression, scope: Scope, evaluate: Evaluate): LanguageValue {
  const collection = evaluate(expression.collection, scope)
  const plain = reveal(collection)
  if (plain instanceof Unknown) return collection
  const kept = chosen(expression, rounds(plain, expression, scope), evaluate)
  const result = kept instanceof Unknown ? kept : collect(expression, kept, evaluate)
  return collection instanceof Sensitive ? secret(result) : result
}

/** A condition that is unknown for one element leaves open how many there are. */
function chosen({condition}: ForExpression, scopes: readonly Scope[], evaluate: Evaluate): readonly Scope[] | Unknown {
  if (!condition) return scopes
  const kept: Scope[] = []
  for (const scope of scopes) {
    const verdict = reveal(evaluate(condition, scope))
    if (verdict instanceof Unknown) return verdict
    if (toBoolean(verdict)) kept.push(scope)
  }
  return kept
}

function collect(expression: ForExpression, scopes: readonly Scope[], evaluate: Evaluate): LanguageValue {
  if (expression.form === 'object') return collectObject(expression, scopes, evaluate)
  const values = scopes.map((scope) => evaluate(expression.value, scope))
  return expression.form === 'list' ? values : joinTexts(values)
}

function collectObject(expression: ForExpression, scopes: readonly Scope[], evaluate: Evaluate): LanguageValue {
  const object: Record<string, LanguageValue> = {}
  const groups = new Map<string, LanguageValue[]>()
  let isSecret = false
  for (const scope of scopes) {
    const key = expression.key ? evaluate(expression.key, scope) : null
    const plain = reveal(key)
    if (plain instanceof Unknown) return plain
    isSecret ||= key instanceof Sensitive
    const name = keyText(plain)
    const value = evaluate(expression.value, scope)
    const group = groups.get(name)
    if (group && !expression.grouped) throw new EvaluationError(`two elements have the key ${JSON.stringify(name)}`)
    if (group) group.push(value)
    else groups.set(name, [value])
  }
  for (const [name, group] of groups) define(object, name, expression.grouped ? group : (group[0] ?? null))
  return isSecret ? secret(object) : object
}

/** One scope for each element, with the names of the expression in it. */
function rounds(collection: LanguageValue, {keyName, valueName}: ForExpression, scope: Scope): Scope[] {
  const all = entriesOf(collection)
  scope.budget.spend(all.length)
  return all.map(([key, value]) =>
    withVariables(scope, {...(keyName === undefined ? {} : {[keyName]: key}), [valueName]: value}),
  )
}

/** Keys and values as Terraform iterates them: maps in the order of their keys, sets with each element as its own key. */
export function entriesOf(collection: LanguageValue): readonly (readonly [LanguageValue, LanguageValue])[] {
  if (isList(collection)) return collection.map((item, index) => [index, item])
  if (collection instanceof LanguageSet) return collection.elements.map((item) => [item, item])
  if (isObject(collection)) {
    return Object.keys(collection)
      .toSorted(byCodePoint)
      .map((key) => [key, collection[key] ?? null])
  }
  throw new EvaluationError(`${kindName(collection)} cannot be iterated over`)
}

/** Terraform compares the bytes of UTF-8, which is the order of code points, not of JavaScript's UTF-16 units. */
function byCodePoint(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}
