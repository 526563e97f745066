import type {Finding, TagBreach} from '../../model/finding.ts'
import type {TagChange, TagValueOrigin} from '../../model/tag-fix.ts'
import {isWildcard, matchesWildcard} from '../../model/wildcard.ts'
import type {TagRule} from '../policy/policy.ts'
import {shown, textOf, type TagView} from '../tag-view.ts'
import {Unknown} from '../../model/value.ts'

/** What whoever asks for a fix decides. */
export interface FixOptions {
  /** `--set`: by key. */
  readonly values: ReadonlyMap<string, string>
  /** `--owner`: for keys of ownership, by address or ARN; the first that matches. */
  readonly owners: readonly {readonly pattern: string; readonly value: string}[]
  readonly overwrite: boolean
}

export type TagViolation = Extract<Finding, TagBreach>

type Answer = TagChange | 'no-value' | 'value-breaks-rule' | 'would-overwrite' | 'needs-decision'

/** The change that mends a violation on one side, or why there is none. */
export function changeFor(
  violation: TagViolation,
  rule: TagRule | undefined,
  view: TagView | undefined,
  options: FixOptions,
): Answer {
  if (violation.code === 'tag-key-invalid') return 'needs-decision'
  const {key} = violation
  const isThere = violation.code === 'tag-value-invalid'
  const variant = violation.code === 'tag-missing' ? variantOf(violation.variant, view) : undefined
  if (variant && complies(variant.value, rule))
    return {key, ...variant, from: 'variant', shown: shown(key, variant.value)}
  const found = wanted(violation, rule, options)
  if (!found) return 'no-value'
  if (!complies(found.value, rule)) return 'value-breaks-rule'
  if (isThere && !options.overwrite) return 'would-overwrite'
  return {
    key,
    ...found,
    shown: shown(key, found.value),
    ...(isThere && {overwrites: true, before: violation.value}),
  }
}

interface Found {
  readonly value: string
  readonly from: TagValueOrigin
}

function wanted(violation: TagViolation, rule: TagRule | undefined, options: FixOptions): Found | undefined {
  const {key} = violation
  const set = options.values.get(key)
  if (set !== undefined) return {value: set, from: 'set'}
  const owner = rule?.ownership ? ownerOf(violation, options) : undefined
  if (owner !== undefined) return {value: owner, from: 'owner'}
  const value = ofPolicy(violation, rule)
  return value === undefined ? undefined : {value, from: 'policy'}
}

function ownerOf({subject: {address, arn}}: TagViolation, {owners}: FixOptions): string | undefined {
  const names = [address, arn].filter((name) => name !== undefined)
  return owners.find(({pattern}) => names.some((name) => matchesWildcard(pattern, name)))?.value
}

/** The same value in the case that is asked for, or the only one that is allowed. */
function ofPolicy(violation: TagViolation, rule: TagRule | undefined): string | undefined {
  const values = rule?.values?.filter((value) => !isWildcard(value)) ?? []
  const isAll = values.length === (rule?.values?.length ?? 0)
  if (violation.code === 'tag-value-invalid' && violation.reason === 'case' && rule) {
    const plain = violation.value.toLowerCase()
    if (rule.valueCase === 'lower') return plain
    if (rule.valueCase === 'upper') return violation.value.toUpperCase()
    const alike = values.filter((value) => value.toLowerCase() === plain)
    if (alike.length === 1) return alike[0]
  }
  return isAll && values.length === 1 ? values[0] : undefined
}

/** What stands under a key that is written otherwise. */
function variantOf(
  key: string | undefined,
  view: TagView | undefined,
): {readonly renames: string; readonly value: string} | undefined {
  const value = key === undefined ? undefined : view?.tags.get(key)
  if (key === undefined || value === undefined || value instanceof Unknown) return undefined
  return {renames: key, value: textOf(value)}
}

function complies(value: string, rule: TagRule | undefined): boolean {
  return rule?.breachOf(value) === undefined
}

/** A finding that a tag could mend. */
export function isViolation(finding: Finding): finding is TagViolation {
  return 'on' in finding
}
