import {
  ArityError,
  JMESPathTypeError,
  LexerError,
  ParseError,
  search,
  UnknownFunctionError,
  VariadicArityError,
} from '@aws-lambda-powertools/jmespath'

import {TrueupError, userError} from '../../errors.ts'
import {closest} from '../../model/closest.ts'
import type {Finding} from '../../model/finding.ts'
import type {Names} from '../ignore/ignore.ts'
import {splitAtTop} from './split.ts'
import {viewFields, viewOf, viewOfReported} from './view.ts'

/** A JMESPath expression over a finding (https://jmespath.org/specification.html). */
export interface Filter {
  readonly expression: string
  readonly takes: (finding: Finding) => boolean
  /** As `takes`, of a finding as `--json` has it. */
  readonly takesReported: (finding: {readonly code: string}) => boolean
  /** Whether it may take any finding about something of this name: false only where types and address alone rule it out. */
  readonly mayTake: (names: Names) => boolean
}

/** @throws TrueupError `filter-invalid`, which names the place */
export function parseFilter(expression: string): Filter {
  const text = quoted(expression)
  const {parts, isConjunction} = splitAtTop(text)
  evaluate(expression, text, named({}))
  // What the whole asks only where something else is so.
  for (const part of parts) if (isExpression(part)) evaluate(expression, part, named({}))
  return {
    expression,
    takes: (finding) => isTrue(evaluate(expression, text, named(viewOf(finding)))),
    takesReported: (finding) => isTrue(evaluate(expression, text, named(viewOfReported(finding)))),
    mayTake: (names) => !isConjunction || parts.every((part) => mayHold(part, names)),
  }
}

/** As the AWS CLI takes it: what stands between backticks and is no JSON is text. */
function quoted(expression: string): string {
  return expression.replaceAll(/`([\w.:/ *-]+)`/g, (whole, text: string) => (isJson(text) ? whole : `'${text}'`))
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function isExpression(part: string): boolean {
  try {
    search(part, {})
    return true
  } catch (error) {
    return !(error instanceof LexerError || error instanceof ParseError)
  }
}

/** Functions refuse what is null: a finding that lacks what they are asked of is not meant. */
function evaluate(expression: string, text: string, view: object): unknown {
  try {
    return search(text, view)
  } catch (error) {
    if (error instanceof JMESPathTypeError) return false
    throw error instanceof TrueupError ? error : invalid(expression, error)
  }
}

/** https://jmespath.org/specification.html#or-expressions */
function isTrue(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0
  return value !== undefined && value !== null && value !== false && value !== ''
}

/** A finding that refuses to be asked for what no finding has. */
function named(view: Readonly<Record<string, unknown>>): object {
  return new Proxy(view, {
    has: (target, name) => {
      if (typeof name !== 'string' || name in target || viewFields.includes(name)) return name in target
      const guess = closest(name, viewFields)
      const hint = guess === undefined ? `A finding has ${viewFields.join(', ')}` : `Did you mean ${guess}?`
      throw userError('filter-invalid', `--filter asks for ${JSON.stringify(name)}, which no finding has`, hint)
    },
  })
}

const unknown = Symbol('unknown')

/** Of the names alone: what asks for anything else may hold. */
function mayHold(part: string, {types: [type, objectType], address}: Names): boolean {
  const known = {type, objectType, address}
  const guarded = new Proxy({...known, subject: guard(known)}, handler)
  try {
    return isTrue(search(part, guarded))
  } catch (error) {
    return !(error instanceof JMESPathTypeError)
  }
}

const handler: ProxyHandler<Record<string, unknown>> = {
  has: (target, name) => {
    if (typeof name === 'string' && !(name in target)) throw unknown
    return name in target
  },
  get: (target, name) => (typeof name === 'string' ? (target[name] ?? null) : undefined),
}

function guard(known: Record<string, unknown>): object {
  return new Proxy(known, handler)
}

function invalid(expression: string, error: unknown): Error {
  const hint =
    "Write JMESPath over a finding of --json: severity=='high' && type=='aws_instance'; https://jmespath.org/specification.html"
  if (error instanceof LexerError) {
    const {lexerPosition, lexerValue} = error
    return faulty(
      expression,
      `${JSON.stringify(lexerValue)} at column ${lexerPosition + 1} is not JMESPath`,
      hint,
      error,
    )
  }
  if (error instanceof ParseError) {
    const {lexPosition, tokenType, tokenValue} = error
    const what = tokenType === 'eof' ? 'it ends too early' : `${JSON.stringify(tokenValue)} is not expected there`
    return faulty(expression, `${what}, at column ${lexPosition + 1}`, hint, error)
  }
  if (error instanceof UnknownFunctionError || error instanceof ArityError || error instanceof VariadicArityError) {
    return faulty(expression, error.message.replace(/ in expression: .*$/s, ''), hint, error)
  }
  return faulty(expression, 'it is not JMESPath', hint, error)
}

function faulty(expression: string, what: string, hint: string, cause: unknown): Error {
  return userError('filter-invalid', `--filter ${expression}: ${what}`, hint, cause)
}
