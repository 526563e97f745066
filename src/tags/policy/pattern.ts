import {RE2JS} from 're2js'

/** A regular expression of a policy. It matches whole texts only: `prod` does not match `nonprod`. */
export interface Pattern {
  readonly text: string
  matches(text: string): boolean
}

/**
 * Patterns run in RE2 (https://github.com/google/re2/wiki/Syntax), whose time is linear in the text: a pattern such as `(a+)+$`
 * would hang the run in JavaScript's own engine.
 * @throws Error that says what is wrong with the expression
 */
export function compilePattern(text: string, ignoreCase = false): Pattern {
  const expression = RE2JS.compile(text, ignoreCase ? RE2JS.CASE_INSENSITIVE : 0)
  return {text, matches: (candidate) => expression.matches(candidate)}
}
