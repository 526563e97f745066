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

/** Whether the text is the wildcard's, where `*` stands for any text, also none. Everything else is literal. */
export function matchesWildcard(wildcard: string, text: string): boolean {
  const [head = '', ...rest] = wildcard.split('*')
  const tail = rest.pop()
  if (tail === undefined) return wildcard === text
  if (!text.startsWith(head) || !text.endsWith(tail) || text.length < head.length + tail.length) return false
  return holdsInOrder(text.slice(head.length, text.length - tail.length), rest)
}

/** The leftmost place of each part leaves the most room for the next, so no backtracking is needed. */
function holdsInOrder(text: string, parts: readonly string[]): boolean {
  let from = 0
  for (const part of parts) {
    const at = text.indexOf(part, from)
    if (at < 0) return false
    from = at + part.length
  }
  return true
}

export function matchesAny(wildcards: readonly string[], text: string): boolean {
  return wildcards.some((wildcard) => matchesWildcard(wildcard, text))
}
