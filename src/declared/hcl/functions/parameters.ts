import {isList, isObject, LanguageSet} from '../language-value.ts'
import type {LanguageObject, LanguageValue} from '../language-value.ts'
import {toNumber, toText} from './conversions.ts'
import {FunctionError} from './function.ts'
import type {FunctionContext, TerraformFunction} from './function.ts'
import {unify} from './unify.ts'

/** Converts an argument to what the function wants, as Terraform does, or refuses it. */
type Parameter<T> = (value: LanguageValue) => T

type Taken<P extends readonly Parameter<unknown>[]> = {[K in keyof P]: ReturnType<P[K]>}

/** A function of as many arguments as it has parameters, all of them known. */
export function define<const P extends readonly Parameter<unknown>[]>(
  parameters: P,
  call: (args: Taken<P>, context: FunctionContext) => LanguageValue,
): TerraformFunction {
  return {
    arity: [parameters.length, parameters.length],
    call: (args, context) => call(parameters.map((take, at) => take(args[at] as LanguageValue)) as Taken<P>, context),
  }
}

export function given(value: LanguageValue): LanguageValue {
  if (value === null) throw new FunctionError('an argument must not be null')
  return value
}

export function text(value: LanguageValue): string {
  return toText(given(value)) as string
}

export function number(value: LanguageValue): number {
  return toNumber(given(value)) as number
}

export function whole(value: LanguageValue): number {
  const result = number(value)
  if (!Number.isInteger(result)) throw new FunctionError('a whole number is required')
  return result
}

/** The elements of a list, tuple or set, as they are. */
export function elements(value: LanguageValue): readonly LanguageValue[] {
  const sequence = given(value)
  if (isList(sequence)) return sequence
  if (sequence instanceof LanguageSet) return sequence.elements
  throw new FunctionError('a list, tuple or set is required')
}

/** The elements of a list or tuple; a set has no order to speak of. */
export function ordered(value: LanguageValue): readonly LanguageValue[] {
  if (value instanceof LanguageSet) throw new FunctionError('a list is required, not a set')
  return elements(value)
}

/** Elements converted to one type, as a parameter of type list makes them. */
export function list(value: LanguageValue): readonly LanguageValue[] {
  return unify(elements(value))
}

/** Strings; a null among them is left to the function. */
export function texts(value: LanguageValue): readonly (string | null)[] {
  return elements(value).map((element) => toText(element) as string | null)
}

export function table(value: LanguageValue): LanguageObject {
  if (!isObject(given(value))) throw new FunctionError('a map or object is required')
  return value as LanguageObject
}
