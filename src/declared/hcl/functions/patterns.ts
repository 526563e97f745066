import {RE2JS} from 're2js'

import type {LanguageValue} from '../language-value.ts'
import {FunctionError} from './function.ts'
import type {TerraformFunction} from './function.ts'
import {define, text} from './parameters.ts'

/** Regular expressions of RE2: linear in time, whatever the pattern. https://developer.hashicorp.com/terraform/language/functions/regex */
export const patterns: {readonly [name: string]: TerraformFunction} = {
  regex: define([text, text], ([pattern, value]) => {
    const [first] = matches(compile(pattern), value)
    if (first === undefined) throw new FunctionError('pattern did not match any part of the given string')
    return first
  }),
  regexall: define([text, text], ([pattern, value]) => [...matches(compile(pattern), value)]),
  replace: define([text, text, text], ([value, sought, replacement]) => {
    const [, pattern] = /^\/(.*)\/$/s.exec(sought) ?? []
    if (pattern === undefined) return value.replaceAll(separator(sought), () => replacement)
    return replacePattern(value, compile(pattern), replacement)
  }),
}

/** The empty string is found before every character and at the end: characters are code points. */
function separator(sought: string): string | RegExp {
  return sought === '' ? /(?:)/gu : sought
}

interface Pattern {
  readonly expression: RE2JS
  readonly groups: number
  readonly names: ReadonlyMap<string, number>
}

function compile(source: string): Pattern {
  try {
    const expression = RE2JS.compile(source)
    const names = new Map(Object.entries(expression.namedGroups()))
    return {expression, groups: expression.groupCount(), names}
  } catch {
    throw new FunctionError('invalid regular expression pattern')
  }
}

type Groups = readonly (string | null)[]

interface Match {
  readonly start: number
  readonly end: number
  readonly groups: Groups
}

/** As Go finds them: an empty match next to the one before it does not count. */
function* find({expression, groups}: Pattern, value: string): Generator<Match> {
  const matcher = expression.matcher(value)
  let previousEnd = -1
  while (matcher.find()) {
    const [start, end] = [matcher.start(), matcher.end()]
    if (start !== end || start !== previousEnd) {
      yield {start, end, groups: Array.from({length: groups + 1}, (_, group) => matcher.group(group) ?? null)}
    }
    previousEnd = end
  }
}

/** The whole match, a list of its unnamed groups or an object of its named ones. */
function* matches(pattern: Pattern, value: string): Generator<LanguageValue> {
  if (pattern.names.size > 0 && pattern.names.size < pattern.groups) {
    throw new FunctionError('cannot mix both named and unnamed captures in the same pattern')
  }
  for (const {groups} of find(pattern, value)) {
    if (pattern.groups === 0) yield groups[0] as LanguageValue
    else if (pattern.names.size === 0) yield groups.slice(1)
    else yield Object.fromEntries([...pattern.names].map(([name, group]) => [name, groups[group] ?? null]))
  }
}

function replacePattern(value: string, pattern: Pattern, replacement: string): string {
  let result = ''
  let done = 0
  for (const {start, end, groups} of find(pattern, value)) {
    result += value.slice(done, start) + expand(replacement, groups, pattern.names)
    done = end
  }
  return result + value.slice(done)
}

/** `$1`, `$name`, `${name}` and `$$`; a name runs as far as letters, digits and underscores do, and an unknown one is empty. */
function expand(replacement: string, groups: Groups, names: ReadonlyMap<string, number>): string {
  return replacement.replaceAll(
    /\$(?:\$|([\p{L}\p{Nd}_]+)|\{([\p{L}\p{Nd}_]+)\})/gu,
    (whole, plain?: string, braced?: string) => {
      const name = plain ?? braced
      if (name === undefined) return whole === '$$' ? '$' : whole
      const group = /^\d+$/.test(name) ? Number(name) : names.get(name)
      return (group === undefined ? undefined : groups[group]) ?? ''
    },
  )
}
