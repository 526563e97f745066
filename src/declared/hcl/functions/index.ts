import {Unknown} from '../../../model/value.ts'
import type {LanguageValue} from '../language-value.ts'
import {addresses} from './addresses.ts'
import {aws} from './aws.ts'
import {base64} from './base64.ts'
import {choosing} from './choosing.ts'
import {csv} from './csv.ts'
import {dates} from './dates.ts'
import {files} from './files.ts'
import {format} from './format.ts'
import {FunctionError} from './function.ts'
import type {FunctionContext, TerraformFunction} from './function.ts'
import {hashes} from './hashes.ts'
import {json} from './json.ts'
import {lists} from './lists.ts'
import {maps} from './maps.ts'
import {numeric} from './numeric.ts'
import {patterns} from './patterns.ts'
import {bareThroughout, firstUnknown, holdsSecret, secret, within} from './secrecy.ts'
import {sets} from './sets.ts'
import {strings} from './strings.ts'
import {typeConversions} from './type-conversions.ts'
import {Unknowable} from './unknowable.ts'
import {yaml} from './yaml.ts'

const functions: {readonly [name: string]: TerraformFunction} = {
  ...addresses,
  ...aws,
  ...base64,
  ...choosing,
  ...csv,
  ...dates,
  ...files,
  ...format,
  ...hashes,
  ...json,
  ...lists,
  ...maps,
  ...numeric,
  ...patterns,
  ...sets,
  ...strings,
  ...typeConversions,
  ...yaml,
}

/** In this order; `can`, `try` and `type` are none of them: the evaluator decides what their arguments are evaluated to. */
export const functionNames: readonly string[] = Object.keys(functions).toSorted()

export function isFunction(name: string): boolean {
  return find(name) !== undefined
}

/**
 * Calls a built-in function as Terraform would.
 * @throws FunctionError for arguments that Terraform refuses; its message holds no secret
 */
export function callFunction(name: string, args: readonly LanguageValue[], context: FunctionContext): LanguageValue {
  const definition = find(name)
  if (!definition) throw new FunctionError(`There is no function named "${name}".`)
  const [least, most] = definition.arity
  if (args.length < least) throw new FunctionError(`Not enough arguments for function "${name}".`)
  if (args.length > most) throw new FunctionError(`Too many arguments for function "${name}".`)
  const secretive = args.some(holdsSecret)
  try {
    return normalized(secretive ? callWithSecrets(definition, args, context) : callKnown(definition, args, context))
  } catch (error) {
    if (error instanceof Unknowable) return error.unknown ?? new Unknown(`${name}: ${error.message}`)
    if (error instanceof RangeError) return new Unknown(`${name}: a value too long or too deep`)
    if (!(error instanceof FunctionError)) throw error
    throw new FunctionError(`Call to function "${name}" failed: ${secretive ? 'refused (sensitive)' : error.message}.`)
  }
}

/** Terraform knows each built-in function by a second, longer name too. */
function find(name: string): TerraformFunction | undefined {
  const short = name.replace(/^core::/, '')
  return Object.hasOwn(functions, short) ? functions[short] : undefined
}

function callWithSecrets(
  definition: TerraformFunction,
  args: readonly LanguageValue[],
  context: FunctionContext,
): LanguageValue {
  if (definition.takesSensitive) return callKnown(definition, args, context)
  return secret(callKnown(definition, args.map(bareThroughout), context))
}

function callKnown(
  definition: TerraformFunction,
  args: readonly LanguageValue[],
  context: FunctionContext,
): LanguageValue {
  const unknown = definition.takesUnknown ? undefined : firstUnknown(args)
  return unknown ?? definition.call(args, context)
}

/** Strings of the language are in Unicode's composed form, whatever they were put together from. */
function normalized(value: LanguageValue): LanguageValue {
  return within(value, (content) => (typeof content === 'string' ? content.normalize('NFC') : content))
}
