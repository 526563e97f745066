import {Sensitive, Unknown} from '../../../model/value.ts'
import {callFunction} from '../functions/index.ts'
import {isList, LanguageSet, type LanguageValue} from '../language-value.ts'
import {kindName} from './conversions.ts'
import type {Evaluate} from './evaluate.ts'
import {EvaluationError} from './evaluation-error.ts'
import type {CallExpression, Expression} from './expression.ts'
import {reveal, secret} from './marks.ts'
import type {Scope} from './scope.ts'
import {messageOf} from './settle.ts'

/** https://developer.hashicorp.com/terraform/language/expressions/function-calls */
export function evaluateCall(call: CallExpression, scope: Scope, evaluate: Evaluate): LanguageValue {
  if (call.name === 'try') return evaluateTry(call.args, scope, evaluate)
  if (call.name === 'can') return evaluateCan(call.args, scope, evaluate)
  // Functions of a provider (Terraform 1.8) are code of that provider.
  if (call.name.startsWith('provider::')) return new Unknown('the function belongs to a provider', call.name)
  const args = call.args.map((arg) => evaluate(arg, scope))
  if (!call.expand) return callFunction(call.name, args, scope.functions)
  return expanded(call.name, args, scope)
}

function expanded(name: string, args: readonly LanguageValue[], scope: Scope): LanguageValue {
  const last = args.at(-1) ?? null
  const plain = reveal(last)
  if (plain instanceof Unknown) return last
  const rest = plain instanceof LanguageSet ? plain.elements : plain
  if (!isList(rest)) throw new EvaluationError(`only a list can be expanded with ..., not ${kindName(rest)}`)
  const result = callFunction(name, [...args.slice(0, -1), ...rest], scope.functions)
  return last instanceof Sensitive ? secret(result) : result
}

/** The first argument that Terraform does not refuse; an unknown one is no error, and so it is the answer. */
function evaluateTry(args: readonly Expression[], scope: Scope, evaluate: Evaluate): LanguageValue {
  const messages: string[] = []
  for (const arg of args) {
    try {
      return evaluate(arg, {...scope, strict: true})
    } catch (error) {
      messages.push(messageOf(error))
    }
  }
  throw new EvaluationError(`no argument of try succeeds: ${messages.join('; ')}`)
}

function evaluateCan(args: readonly Expression[], scope: Scope, evaluate: Evaluate): LanguageValue {
  try {
    const value = args[0] ? evaluate(args[0], {...scope, strict: true}) : null
    return value instanceof Unknown ? value : true
  } catch (error) {
    messageOf(error)
    return false
  }
}
