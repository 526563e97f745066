import {Unknown} from '../../../model/value.ts'
import {isList, LanguageSet} from '../language-value.ts'
import type {LanguageValue} from '../language-value.ts'
import {toBool, toNumber, toText} from './conversions.ts'
import {formatFloat, formatInteger} from './format-number.ts'
import {FunctionError} from './function.ts'
import type {TerraformFunction} from './function.ts'
import {graphemes} from './graphemes.ts'
import {jsonText} from './json.ts'
import {elements, text} from './parameters.ts'
import {firstUnknown} from './secrecy.ts'
import {Unknowable} from './unknowable.ts'

type Values = readonly LanguageValue[]

/** https://developer.hashicorp.com/terraform/language/functions/format#specification-syntax */
export const format: {readonly [name: string]: TerraformFunction} = {
  format: {
    arity: [1, Infinity],
    call: ([specification, ...args]) => formatted(text(specification as LanguageValue), args),
  },
  formatlist: {arity: [1, Infinity], takesUnknown: true, call: formatList},
}

/** One `%` sequence of a specification. */
export interface Verb {
  readonly letter: string
  readonly flags: string
  readonly width: number | undefined
  readonly precision: number | undefined
}

const widest = 10_000

const sequence = /%(?:%|([0#\-+ ]*)(\d+)?(?:\.(\d*))?(?:\[(\d+)\])?([A-Za-z])|)/g

/** Each sequence takes the next argument or the one that it names, and all must be taken. */
function formatted(specification: string, args: Values): string {
  let last = 0
  let highest = 0
  const result = specification.replaceAll(sequence, (whole, ...groups: (string | undefined)[]) => {
    if (whole === '%%') return '%'
    const [flags = '', width, precision, index, letter] = groups
    if (letter === undefined) throw new FunctionError('unrecognized format sequence')
    last = index === undefined ? last + 1 : Number(index)
    highest = Math.max(highest, last)
    const arg = args[last - 1]
    if (arg === undefined) throw new FunctionError(`not enough arguments for "${whole}"`)
    return one({letter, flags, width: size(width), precision: size(precision)}, arg)
  })
  if (highest < args.length) throw new FunctionError(`too many arguments; only ${highest} used by format string`)
  return result
}

/** No digits after the point mean zero. */
function size(digits: string | undefined): number | undefined {
  if (digits !== undefined && Number(digits) > widest) throw new Unknowable('a width of more than 10000 characters')
  return digits === undefined ? undefined : Number(digits)
}

function one(verb: Verb, arg: LanguageValue): string {
  if (verb.letter === 'v') return asIs(verb, arg)
  if (arg === null) throw new FunctionError('null value cannot be formatted')
  if ('sq'.includes(verb.letter)) {
    const shortened = shorten(verb, toText(arg) as string)
    return pad(verb, verb.letter === 'q' ? jsonText(shortened) : shortened)
  }
  if (verb.letter === 't') return toBool(arg) === true ? 'true' : 'false'
  if ('bdoxX'.includes(verb.letter)) return formatInteger(verb, toNumber(arg) as number)
  if ('eEfgG'.includes(verb.letter)) return formatFloat(verb, toNumber(arg) as number)
  throw new FunctionError(`unsupported format verb "${verb.letter}"`)
}

function asIs(verb: Verb, arg: LanguageValue): string {
  if (!verb.flags.includes('#') && typeof arg === 'string') return pad(verb, arg)
  if (!verb.flags.includes('#') && typeof arg === 'number') {
    return pad(verb, formatFloat({letter: 'g', flags: '', width: undefined, precision: undefined}, arg))
  }
  return pad(verb, jsonText(arg))
}

/** A precision of zero is none. */
function shorten({precision}: Verb, value: string): string {
  return precision ? graphemes(value).slice(0, precision).join('') : value
}

function pad({flags, width = 0}: Verb, value: string): string {
  const padding = (flags.includes('0') ? '0' : ' ').repeat(Math.max(width - graphemes(value).length, 0))
  return flags.includes('-') ? value + padding : padding + value
}

/** Lists go element by element and must be of one length; anything else is repeated. */
function formatList([specification, ...args]: Values): LanguageValue {
  const unknown = [specification, ...args].find((arg) => arg instanceof Unknown)
  if (unknown) return unknown
  const lists = args.filter((arg) => isList(arg) || arg instanceof LanguageSet).map(elements)
  const length = lists[0]?.length ?? 1
  if (lists.some((list) => list.length !== length)) throw new FunctionError('lists are of inconsistent lengths')
  return Array.from({length}, (_, at) => {
    const row = args.map((arg) =>
      isList(arg) || arg instanceof LanguageSet ? (elements(arg)[at] as LanguageValue) : arg,
    )
    return firstUnknown(row) ?? formatted(text(specification as LanguageValue), row)
  })
}
