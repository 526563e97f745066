import {Sensitive, Unknown} from '../../../model/value.ts'
import type {LanguageValue} from '../language-value.ts'
import type {TerraformFunction} from './function.ts'
import {bare, secret} from './secrecy.ts'

/**
 * A function that hands parts of its arguments on without looking into them: what is unknown or secret in them stays so in the
 * result, and nothing else becomes it. Only an argument that is wholly unknown or secret makes the result so.
 */
export function handsOn(
  arity: TerraformFunction['arity'],
  call: (args: readonly LanguageValue[]) => LanguageValue,
): TerraformFunction {
  return {
    arity,
    takesUnknown: true,
    takesSensitive: true,
    call: (args) => {
      const contents = args.map(bare)
      const result = contents.find((content) => content instanceof Unknown) ?? call(contents)
      return args.some((arg) => arg instanceof Sensitive) ? secret(result) : result
    },
  }
}
