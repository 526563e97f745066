import {Sensitive, Unknown} from '../../../model/value.ts'
import type {LanguageValue} from '../language-value.ts'
import {longestText} from './budget.ts'
import {toText} from './conversions.ts'
import type {Evaluate} from './evaluate.ts'
import {EvaluationError} from './evaluation-error.ts'
import type {Expression} from './expression.ts'
import {reveal, secret} from './marks.ts'
import type {Scope} from './scope.ts'

/** https://developer.hashicorp.com/terraform/language/expressions/strings#string-templates */
export function evaluateTemplate(parts: readonly Expression[], scope: Scope, evaluate: Evaluate): LanguageValue {
  return joinTexts(parts.map((part) => evaluate(part, scope)))
}

export function joinTexts(values: readonly LanguageValue[]): LanguageValue {
  const plain = values.map(reveal)
  const text = plain.find((value) => value instanceof Unknown) ?? plain.map(partText).join('')
  if (typeof text === 'string' && text.length > longestText) throw new EvaluationError('the text is too long')
  return values.some((value) => value instanceof Sensitive) ? secret(text) : text
}

function partText(value: LanguageValue): string {
  if (value === null) throw new EvaluationError('a part of the template is null')
  return toText(value)
}
