import {Sensitive, Unknown} from '../../../model/value.ts'
import type {LanguageValue} from '../language-value.ts'
import type {TerraformFunction} from './function.ts'
import {bare, secret} from './secrecy.ts'

type Values = readonly LanguageValue[]

/**
 * A function that hands parts of its arguments on without looking into them: what is unknown or secret in them stays so in the
 * result, and nothing else becomes it. Only an argument that is wholly unknown or secret makes the result so.
 */
export function handsOn(arity: TerraformFunction['arity'], call: (args: Values) => LanguageValue): TerraformFunction {
  return {arity, takesUnknown: true, takesSensitive: true, call: (args) => handOn(args, call)}
}

/** The same for some of the arguments. */
export function handOn(args: Values, call: (contents: Values) => LanguageValue): LanguageValue {
  const contents = args.map(bare)
  const result = contents.find((content) => content instanceof Unknown) ?? call(contents)
  return args.some((arg) => arg instanceof Sensitive) ? secret(result) : result
}
