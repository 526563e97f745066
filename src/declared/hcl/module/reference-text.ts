import type {Json} from '../../../model/value.ts'
import {type Expression, referenceText} from '../expression/expression.ts'
import {expressionOf} from './json-value.ts'

/** An argument that names something instead of having a value: `aws.west`, `tags["Owner"]`. In JSON it may be a plain string. */
export function referenceIn(json: Json | undefined, templates: ReadonlyMap<string, Expression>): string | undefined {
  if (typeof json !== 'string') return undefined
  const expression = expressionOf(json, {templates})
  if (expression.kind === 'traversal') return referenceText(expression.root, expression.steps)
  if (expression.kind === 'literal' && typeof expression.value === 'string') return expression.value
  return /^\$\{(.*)\}$/s.exec(json)?.[1]?.trim()
}
