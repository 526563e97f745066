import {Unknown} from '../../../model/value.ts'
import {evaluate} from '../expression/evaluate.ts'
import {secret} from '../expression/marks.ts'
import type {LanguageValue} from '../language-value.ts'
import type {Json} from '../../../model/value.ts'
import {convert} from './convert.ts'
import {type BodyScope, expressionOf, jsonValue} from './json-value.ts'
import type {Block} from './module-config.ts'
import {anyType, typeConstraint, type TypeConstraint} from './type-constraint.ts'

/**
 * https://developer.hashicorp.com/terraform/language/values/variables. Validation rules are left to Terraform.
 *
 * @param given what the caller hands in; absent where it does not
 */
export function variableValue(
  name: string,
  {body}: Block,
  given: (() => LanguageValue) | undefined,
  scope: BodyScope,
): LanguageValue {
  const value = given?.() ?? undefined
  const isNull = given !== undefined && value === undefined
  const type = variableType(body['type'], scope)
  const fallback = () => (body['default'] === undefined ? undefined : jsonValue(body['default'], scope))
  const chosen = isNull && body['nullable'] !== false ? null : (value ?? fallback())
  if (chosen === undefined) return new Unknown('no value is given', `var.${name}`)
  const converted = convert(chosen, type, (expression) => evaluate(expression, scope))
  return body['sensitive'] === true ? secret(converted) : converted
}

export function variableType(type: Json | undefined, scope: Pick<BodyScope, 'templates'>): TypeConstraint {
  if (typeof type !== 'string') return anyType
  const expression = expressionOf(type, scope)
  // Before Terraform 0.12 types were quoted: "string".
  if (expression.kind === 'literal' && typeof expression.value === 'string') {
    return typeConstraint({kind: 'traversal', root: expression.value, steps: []})
  }
  return typeConstraint(expression)
}
