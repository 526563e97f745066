import {
  listFields,
  operators,
  type EffectiveTag,
  type EffectiveTagPolicy,
  type ListField,
  type Operator,
  type Setting,
  type TagPolicyDocument,
  type TagPolicyEntry,
} from './tag-policy.ts'

/**
 * What tag policies come to for an account, as AWS merges them
 * (https://docs.aws.amazon.com/organizations/latest/userguide/inheritance-examples.html, refined by observation: `fixtures/tags/effective`).
 *
 * @param levels from the root to the account; of one level, the policies in the order in which they were attached
 */
export function effectivePolicy(levels: readonly (readonly TagPolicyDocument[])[]): EffectiveTagPolicy {
  const keys = new Set(levels.flat().flatMap(({entries}) => [...entries.keys()]))
  const tags = [...keys].map((key) => {
    const entries = levels.map((policies) => policies.flatMap(({entries: all}) => all.get(key) ?? []))
    return [key, effectiveTag(key, entries)] as const
  })
  return {tags: Object.fromEntries(tags)}
}

function effectiveTag(key: string, levels: readonly (readonly TagPolicyEntry[])[]): EffectiveTag {
  const list = (field: ListField) => merged(levels.map((entries) => entries.map(({lists}) => lists[field])))
  const [tagKey = key] = merged(levels.map((entries) => entries.map((entry) => entry.tagKey))) ?? []
  const [values, enforced = [], required = []] = listFields.map(list)
  return {
    tag_key: tagKey,
    // Never set: any value. Set and emptied again: none at all.
    tag_value: values ?? ['*'],
    ...(enforced.length > 0 && {enforced_for: enforced}),
    ...(required.length > 0 && {report_required_tag_for: required}),
  }
}

interface State {
  /** Absent until a policy assigns or appends: removing from nothing leaves nothing set. */
  readonly values?: readonly string[]
  readonly allowed: ReadonlySet<Operator>
}

/** @returns undefined where no policy sets anything */
function merged(levels: readonly (readonly Setting[])[]): readonly string[] | undefined {
  return levels.reduce<State>(mergeLevel, {allowed: new Set(operators)}).values
}

/**
 * Of peers, the first one attached that assigns wins, lists included; then all append, then all remove. What the levels above do not
 * allow is ignored without a word. Restrictions of peers meet in what all of them allow, and hold from the next level on.
 */
function mergeLevel({values, allowed}: State, peers: readonly Setting[]): State {
  const assigned = allowed.has('assign') ? peers.find(({assign}) => assign)?.assign : undefined
  const appended = allowed.has('append') ? peers.flatMap(({append}) => append) : []
  const removed = new Set(allowed.has('remove') ? peers.flatMap(({remove}) => remove) : [])
  const start = assigned ?? values
  const isSet = start !== undefined || appended.length > 0
  const next = [...new Set([...(start ?? []), ...appended])].filter((value) => !removed.has(value))
  return {...(isSet && {values: next}), allowed: peers.reduce(restricted, allowed)}
}

function restricted(allowed: ReadonlySet<Operator>, {allowed: own}: Setting): ReadonlySet<Operator> {
  return own === undefined ? allowed : new Set([...allowed].filter((name) => own.has(name)))
}
