import {canonicalJson, type Json} from '../../model/value.ts'
import type {PolicyProblem} from './document.ts'
import type {TagRule, TagScope} from './policy.ts'
import {isWildcard} from '../../model/wildcard.ts'

/** The rules of several files, given in order: the same id replaces, in the place of the first; the rest is added. */
export function combineRules(files: readonly (readonly TagRule[])[]): {
  readonly rules: readonly TagRule[]
  readonly problems: readonly PolicyProblem[]
} {
  const byId = new Map(files.flat().map((rule) => [rule.id, rule]))
  const rules = [...byId.values()]
  return {rules, problems: contradictions(rules)}
}

/** Pairs of rules for one key that no object can satisfy at once. */
function contradictions(rules: readonly TagRule[]): readonly PolicyProblem[] {
  const byKey = Map.groupBy(rules, ({key}) => key)
  return [...byKey.values()].flatMap((group) =>
    group.flatMap((rule, index) => group.slice(0, index).flatMap((earlier) => contradiction(earlier, rule))),
  )
}

function contradiction(earlier: TagRule, rule: TagRule): readonly PolicyProblem[] {
  if (!certainlyOverlap(earlier.scope, rule.scope)) return []
  const why = presenceConflict(earlier, rule) ?? valuesConflict(earlier, rule)
  if (why === undefined) return []
  const {file, line} = earlier.source
  return [
    {source: rule.source, message: `rule "${rule.id}" contradicts rule "${earlier.id}" (${file}:${line}): ${why}`},
  ]
}

/** Equal scopes, or one of them is everything. Other scopes may or may not meet: that is not known without objects. */
function certainlyOverlap(a: TagScope, b: TagScope): boolean {
  return [a, b].some((scope) => Object.keys(scope).length === 0) || canonicalScope(a) === canonicalScope(b)
}

function canonicalScope(scope: TagScope): string {
  return canonicalJson(JSON.parse(JSON.stringify(scope)) as Json)
}

function presenceConflict(a: TagRule, b: TagRule): string | undefined {
  const both = new Set([a.presence, b.presence])
  return both.has('required') && both.has('forbidden') ? `${a.key} is required and forbidden` : undefined
}

function valuesConflict(a: TagRule, b: TagRule): string | undefined {
  if (!a.values?.length || !b.values?.length || [...a.values, ...b.values].some(isWildcard)) return undefined
  const fold = (text: string) => (a.valueCase === 'any' || b.valueCase === 'any' ? text.toLowerCase() : text)
  const ofB = new Set(b.values.map(fold))
  return a.values.some((value) => ofB.has(fold(value))) ? undefined : `they have no allowed value of ${a.key} in common`
}
