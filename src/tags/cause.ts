import {distance} from 'fastest-levenshtein'

import type {TagCause, TagParentKind} from '../model/tag-cause.ts'
import {judge} from './judge.ts'
import {awsLimits} from './aws-limits.ts'
import type {TagRule} from './policy/policy.ts'
import type {Tagged} from './tagged.ts'
import {foldKey, textOf, type TagView} from './tag-view.ts'
import type {Violation} from './violations.ts'
import {Unknown} from '../model/value.ts'

/** Why a rule is broken, and what else of that is worth telling. */
export interface CauseOfBreach {
  readonly cause: TagCause
  /** The key that is there instead. */
  readonly found?: string
  /** What made the object, and has the tag. */
  readonly parent?: {readonly kind: TagParentKind; readonly name: string}
}

/**
 * The first cause that holds, in the order of `tagCauses`: what AWS would refuse comes first, then what Terraform has right, then what
 * is there in a wrong form, then what is not there.
 *
 * @param policyKeys keys that rules speak of: one of these is never a misspelt other one
 */
export function causeOf(violation: Violation, tagged: Tagged, policyKeys: ReadonlySet<string>): CauseOfBreach {
  const {breach, on, rule} = violation
  const view = tagged[on]
  if (breach.code === 'tag-key-invalid')
    return {cause: isOverLimits(breach.key, view) ? 'over-limits' : 'key-not-allowed'}
  if (on === 'live' && violation.otherSide === 'right') return {cause: lostCause(breach.code, breach.key, rule, tagged)}
  if (breach.code === 'tag-value-invalid') return {cause: valueCause(breach, view)}
  const found = breach.variant ?? nearMiss(breach.key, view, policyKeys)
  if (found !== undefined) return {cause: 'variant-key', found}
  if ((view?.tags.size ?? 0) >= awsLimits.keys) return {cause: 'over-limits'}
  const parent = on === 'live' ? parentWith(breach.key, rule, tagged) : undefined
  return parent ? {cause: 'not-propagated', parent} : {cause: 'never-tagged'}
}

function isOverLimits(key: string, view: TagView | undefined): boolean {
  if (key.includes('*')) return (view?.tags.size ?? 0) > awsLimits.keys
  return Array.from(key).length > awsLimits.keyLength
}

/** Terraform declares it right: either that was never applied, or somebody undid it since. */
function lostCause(code: string, key: string, rule: TagRule, {recorded}: Tagged): TagCause {
  if (recorded && judge(rule, key, recorded).is !== 'right') return 'not-applied'
  return code === 'tag-missing' ? 'tag-removed' : 'tag-changed'
}

type ValueBreach = Extract<Violation['breach'], {readonly code: 'tag-value-invalid'}>

function valueCause({reason, key}: ValueBreach, view: TagView | undefined): TagCause {
  const value = view?.tags.get(key)
  const length = value === undefined || value instanceof Unknown ? 0 : Array.from(textOf(value)).length
  if (length > awsLimits.valueLength) return 'over-limits'
  if (reason === 'empty') return 'empty-value'
  return reason === 'forbidden' ? 'forbidden-value' : 'value-not-allowed'
}

/** One letter more, less or other. Short keys are near to too many others. */
function nearMiss(key: string, view: TagView | undefined, policyKeys: ReadonlySet<string>): string | undefined {
  const folded = foldKey(key)
  if (folded.length < shortest) return undefined
  return [...(view?.tags.keys() ?? [])].find(
    (candidate) => !policyKeys.has(candidate) && distance(foldKey(candidate), folded) === 1,
  )
}

const shortest = 5

function parentWith(key: string, rule: TagRule, {parents}: Tagged): CauseOfBreach['parent'] {
  const found = parents?.().find(({view}) => view.tags.has(key) && judge(rule, key, view).is === 'right')
  return found && {kind: found.kind, name: found.name}
}
