import type {FindingDetail, TagBreach} from '../model/finding.ts'
import {Unknown} from '../model/value.ts'
import {isWildcard, matchesWildcard, Wildcards} from '../model/wildcard.ts'
import type {TagRule} from './policy/policy.ts'
import {hasLength} from './rules/length.ts'
import {keyIn, shown, textOf, variantIn, type KnownValue, type TagView} from './tag-view.ts'

/** What a rule says of one key of one side. */
export type Verdict =
  | {readonly is: 'right'}
  | {readonly is: 'unknown'}
  | {readonly is: 'broken'; readonly breach: Breach}

/** A finding about a tag, without what it is a finding of. */
export type Breach = WithoutContext<Extract<FindingDetail, TagBreach>>
type WithoutContext<T> = T extends TagBreach ? Omit<T, keyof TagBreach> & {readonly key: string} : never

const right: Verdict = {is: 'right'}
const unknown: Verdict = {is: 'unknown'}

/** Whether a rule may be about several keys of one object. */
export function hasManyKeys({key, keyCase}: TagRule): boolean {
  return keyCase === 'strict' || isWildcard(key)
}

/** The keys that such a rule is about: all that the object has on either side, and the one that is spelt out. */
export function keysOf(rule: TagRule, views: readonly TagView[]): readonly string[] {
  const matching = views.flatMap(({tags}) => [...tags.keys()].filter((key) => matchesKey(rule, key)))
  return [...new Set(isWildcard(rule.key) ? matching : [rule.key, ...matching])]
}

/** The key of which a rule judges the value, where it asks for one; undefined where the view has none such. */
export function soughtKey({keyCase}: TagRule, key: string, view: TagView): string | undefined {
  return keyIn(view, key, keyCase === 'any' ? 'any' : 'exact')
}

export function judge(rule: TagRule, key: string, view: TagView): Verdict {
  const found = soughtKey(rule, key, view)
  if (found === undefined) return judgeAbsence(rule, key, view)
  if (rule.presence === 'forbidden')
    return broken({code: 'tag-key-invalid', key: found, reason: 'forbidden', expected: 'no such key'})
  if (rule.keyCase === 'strict' && !matchesWildcard(rule.key, found)) {
    return broken({code: 'tag-key-invalid', key: found, reason: 'case', expected: rule.key})
  }
  const value = view.tags.get(found) ?? ''
  return judgeKey(rule, found) ?? (value instanceof Unknown ? unknown : judgeValue(rule, found, value))
}

/** How many keys the object carries is a question of its own, asked once an object. */
export function judgeCount(rule: TagRule, view: TagView): Verdict {
  if (rule.maxKeys === undefined) return right
  const count = [...view.tags.keys()].filter((key) => matchesKey(rule, key)).length
  if (count > rule.maxKeys) {
    return broken({
      code: 'tag-key-invalid',
      key: rule.key,
      reason: 'count',
      expected: `at most ${rule.maxKeys} keys, not ${count}`,
    })
  }
  return view.rest === 'unknown' ? unknown : right
}

/** Taken apart once for each rule, asked very often. */
const keyWildcards = new WeakMap<TagRule, Wildcards>()

function matchesKey(rule: TagRule, candidate: string): boolean {
  const fold = (text: string) => (rule.keyCase === 'exact' ? text : text.toLowerCase())
  const wildcards = keyWildcards.get(rule) ?? new Wildcards([fold(rule.key)])
  keyWildcards.set(rule, wildcards)
  return wildcards.match(fold(candidate))
}

function judgeAbsence({presence}: TagRule, key: string, view: TagView): Verdict {
  if (view.rest === 'unknown') return unknown
  if (presence !== 'required') return right
  const variant = variantIn(view, key)
  return broken({code: 'tag-missing', key, ...(variant !== undefined && {variant})})
}

function judgeKey({keyPattern, keyLength}: TagRule, key: string): Verdict | undefined {
  if (keyPattern && !keyPattern.matches(key)) {
    return broken({code: 'tag-key-invalid', key, reason: 'pattern', expected: `a match of ${keyPattern.text}`})
  }
  if (keyLength === undefined || hasLength(key, keyLength)) return undefined
  return broken({code: 'tag-key-invalid', key, reason: 'length', expected: rangeText(keyLength)})
}

function judgeValue(rule: TagRule, key: string, value: KnownValue): Verdict {
  const reason = rule.breachOf(textOf(value))
  if (reason === undefined) return right
  return broken({
    code: 'tag-value-invalid',
    key,
    value: shown(key, value),
    reason,
    ...(rule.values && {allowed: rule.values}),
    ...(rule.pattern && {pattern: rule.pattern.text}),
    ...(reason === 'length' && rule.length && {length: rangeText(rule.length)}),
  })
}

function rangeText({min, max}: NonNullable<TagRule['keyLength']>): string {
  return max === undefined ? `at least ${min} characters` : `${min ?? 0} to ${max} characters`
}

function broken(breach: Breach): Verdict {
  return {is: 'broken', breach}
}
