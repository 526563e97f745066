import {Sensitive, Unknown} from '../../../model/value.ts'
import {isList, LanguageSet, type LanguageValue} from '../language-value.ts'
import type {Evaluate} from './evaluate.ts'
import {type Expression, splatElement} from './expression.ts'
import {reveal, secret} from './marks.ts'
import {type Scope, withVariables} from './scope.ts'

type Splat = Extract<Expression, {kind: 'splat'}>

/** https://developer.hashicorp.com/terraform/language/expressions/splat: a single value is a list of one, null a list of none. */
export function evaluateSplat({source, each}: Splat, scope: Scope, evaluate: Evaluate): LanguageValue {
  const collection = evaluate(source, scope)
  const plain = reveal(collection)
  if (plain instanceof Unknown) return collection
  const values = elementsOf(plain).map((element) => evaluate(each, withVariables(scope, {[splatElement]: element})))
  return collection instanceof Sensitive ? secret(values) : values
}

function elementsOf(value: LanguageValue): readonly LanguageValue[] {
  if (value === null) return []
  if (isList(value)) return value
  return value instanceof LanguageSet ? value.elements : [value]
}
