import type {TagValueReason} from '../../model/finding.ts'
import {breachOfValue} from '../rules/index.ts'
import {toTerms} from './compile.ts'
import type {PolicyPath} from './document.ts'
import {compilePattern} from './pattern.ts'
import type {Remark} from './remark.ts'
import type {PolicyFile, RuleFields} from './schema.ts'
import {scopeRemarks} from './scope-remarks.ts'
import {isWildcard} from '../../model/wildcard.ts'

/** What is wrong with one rule by itself: bad expressions, unknown types, conditions that nothing can meet. */
export function ruleRemarks(rule: RuleFields, defaults: PolicyFile['defaults'], path: PolicyPath): readonly Remark[] {
  const remarks = [
    ...patternRemarks(rule.pattern, [...path, 'pattern']),
    ...patternRemarks(rule.key_pattern, [...path, 'key_pattern']),
    ...rangeRemarks(rule.length, [...path, 'length']),
    ...rangeRemarks(rule.key_length, [...path, 'key_length']),
    ...presenceRemarks(rule, path),
    ...keyRemarks(rule, path),
    ...scopeRemarks(rule.scope, [...path, 'scope']),
  ]
  return remarks.length > 0 ? remarks : valueRemarks(rule, defaults, path)
}

function patternRemarks(pattern: string | undefined, path: PolicyPath): readonly Remark[] {
  if (pattern === undefined) return []
  try {
    compilePattern(pattern)
    return []
  } catch (error) {
    const why = (error as Error).message.replace(/^error parsing regexp: /, '')
    const hint = /Perl syntax|escape sequence/.test(why)
      ? ' (look-around and back-references can hang a run, so RE2 has none)'
      : ''
    return [{path, message: `is no RE2 expression: ${why}${hint}`}]
  }
}

function rangeRemarks(range: RuleFields['length'], path: PolicyPath): readonly Remark[] {
  const {min = 0, max = Infinity} = range ?? {}
  return min > max ? [{path, message: `no length is at least ${min} and at most ${max}`}] : []
}

const keyFields = ['key_pattern', 'key_length', 'max_keys'] as const

/** A key that is spelt out has one length, and there is one of it. */
function keyRemarks(rule: RuleFields, path: PolicyPath): readonly Remark[] {
  if (isWildcard(rule.key)) return []
  return keyFields
    .filter((field) => rule[field] !== undefined)
    .map((field) => ({
      path: [...path, field],
      message: `is about many keys; it needs a key with "*", as "*" or "team:*"`,
    }))
}

const valueFields = ['values', 'pattern', 'length', 'value_case', 'forbidden', 'allow_empty'] as const

function presenceRemarks(rule: RuleFields, path: PolicyPath): readonly Remark[] {
  if (rule.presence === 'required' && isWildcard(rule.key)) {
    return [
      {path: [...path, 'presence'], message: 'a key with "*" cannot be required; allowed are optional and forbidden'},
    ]
  }
  if (rule.presence !== 'forbidden') return []
  return valueFields
    .filter((field) => rule[field] !== undefined)
    .map((field) => ({
      path: [...path, field],
      message: 'contradicts presence: forbidden, which leaves no value to check',
    }))
}

const ruledOutBy: Readonly<Record<TagValueReason, string>> = {
  empty: 'allow_empty',
  forbidden: 'forbidden',
  case: 'value_case',
  'not-allowed': 'values',
  pattern: 'pattern',
  length: 'length',
}

/** Allowed values that the rule itself rules out. */
function valueRemarks(fields: RuleFields, defaults: PolicyFile['defaults'], path: PolicyPath): readonly Remark[] {
  const rule = toTerms(fields, defaults ?? {}, {file: ''})
  return (fields.values ?? []).flatMap((value, index) => {
    const breach = isWildcard(value) ? undefined : breachOfValue(value, rule)
    if (breach === undefined) return []
    const message = `"${value}" is allowed here, yet ruled out by ${ruledOutBy[breach]} of the same rule`
    return [{path: [...path, 'values', index], message}]
  })
}
