import {Unknown} from '../../../model/value.ts'
import {FunctionError} from '../functions/function.ts'
import type {LanguageValue} from '../language-value.ts'
import {EvaluationError} from './evaluation-error.ts'

/** What an evaluation gives; unknown, with the message as its reason, where Terraform would refuse. */
export function settle(compute: () => LanguageValue): LanguageValue {
  try {
    return compute()
  } catch (error) {
    return new Unknown(messageOf(error))
  }
}

/** @throws whatever is not the fault of the configuration */
export function messageOf(error: unknown): string {
  if (error instanceof EvaluationError || error instanceof FunctionError) return error.message
  // The end of the stack, or of what a string or an array can hold.
  if (error instanceof RangeError) return 'the value is too large or nested too deeply'
  throw error
}
