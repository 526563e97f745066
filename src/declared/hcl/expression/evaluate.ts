import {Sensitive, Unknown} from '../../../model/value.ts'
import type {LanguageValue} from '../language-value.ts'
import {applyBinary, applyUnary} from './operators.ts'
import {evaluateCall} from './call.ts'
import {evaluateConditional} from './conditional.ts'
import {evaluateList, evaluateObject} from './constructors.ts'
import {EvaluationError} from './evaluation-error.ts'
import type {Expression, Traversal} from './expression.ts'
import {referenceText} from './expression.ts'
import {evaluateFor} from './for.ts'
import {lift, reveal, secret} from './marks.ts'
import type {Scope} from './scope.ts'
import {evaluateSplat} from './splat.ts'
import {evaluateTemplate} from './template.ts'
import {elementAt, traverse} from './traverse.ts'

/** How the forms evaluate their parts; handed in, since every form may hold every other. */
export type Evaluate = (expression: Expression, scope: Scope) => LanguageValue

/**
 * The value of an expression.
 *
 * @throws EvaluationError or FunctionError for what Terraform refuses; `settle` makes an unknown of it
 */
export function evaluate(expression: Expression, scope: Scope): LanguageValue {
  scope.budget.spend(1)
  switch (expression.kind) {
    case 'literal':
      return expression.value
    case 'traversal':
      return evaluateTraversal(expression, scope)
    case 'relative':
      return traverse(evaluate(expression.source, scope), expression.steps)
    case 'index':
      return elementAt(evaluate(expression.source, scope), evaluate(expression.key, scope))
    case 'template':
      return evaluateTemplate(expression.parts, scope, evaluate)
    case 'conditional':
      return evaluateConditional(expression, scope, evaluate)
    case 'for':
      return evaluateFor(expression, scope, evaluate)
    case 'splat':
      return evaluateSplat(expression, scope, evaluate)
    case 'call':
      return evaluateCall(expression, scope, evaluate)
    case 'list':
      return evaluateList(expression.items, scope, evaluate)
    case 'object':
      return evaluateObject(expression.items, scope, evaluate)
    case 'unary':
      return lift([evaluate(expression.operand, scope)], (operand = null) => applyUnary(expression.operator, operand))
    case 'binary':
      return evaluateBinary(expression, scope)
    case 'invalid':
      break
  }
  throw new EvaluationError(expression.reason)
}

function evaluateTraversal({root, steps}: Traversal, scope: Scope): LanguageValue {
  const value = scope.lookup(root)
  if (value === undefined) return new Unknown('there is nothing of this name', referenceText(root, steps))
  return traverse(value, steps)
}

function evaluateBinary({operator, left, right}: Extract<Expression, {kind: 'binary'}>, scope: Scope): LanguageValue {
  const first = evaluate(left, scope)
  if (decides(operator, first)) return operator === 'logicalOr'
  const second = evaluate(right, scope)
  if (decides(operator, second)) return operator === 'logicalOr'
  if (operator !== 'equal' && operator !== 'notEqual') {
    return lift([first, second], (a = null, b = null) => applyBinary(operator, a, b))
  }
  // Two lists may differ in what is known of them: `equals` looks at unknown parts itself.
  const result = applyBinary(operator, reveal(first), reveal(second))
  return first instanceof Sensitive || second instanceof Sensitive ? secret(result) : result
}

/** `false && x` and `true || x` do not depend on x. */
function decides(operator: string, operand: LanguageValue): boolean {
  if (operator === 'logicalAnd') return operand === false || operand === 'false'
  return operator === 'logicalOr' && (operand === true || operand === 'true')
}
