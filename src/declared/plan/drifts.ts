import type {TerraformDrift} from '../../model/plan.ts'
import {canonicalJson, isRecord, type Value, type ValueRecord} from '../../model/value.ts'
import {wrapSecrets} from '../state/sensitive/wrap-secrets.ts'
import {masked} from './masks.ts'
import type {PlanDocument, ResourceChange} from './plan-document.ts'

/** What Terraform found when it refreshed, of AWS alone; resources that only have another address now are none. */
export function driftsOf({resource_drift: entries = []}: PlanDocument, file: string): readonly TerraformDrift[] {
  return entries
    .filter(({mode, type, deposed}) => mode === 'managed' && type.startsWith('aws_') && deposed === undefined)
    .map((entry) => driftOf(entry, file))
    .filter(({isGone, changes}) => isGone || changes.length > 0)
}

function driftOf({address, type, change}: ResourceChange, file: string): TerraformDrift {
  const isGone = change.actions[0] === 'delete'
  const before = wrapSecrets(type, masked(change.before ?? {}, change.before_sensitive), [])
  const after = wrapSecrets(type, masked(change.after ?? {}, change.after_sensitive), [])
  return {address, type, file, isGone, changes: isGone ? [] : [...changesOf(before, after)]}
}

function* changesOf(before: ValueRecord, after: ValueRecord): Generator<TerraformDrift['changes'][number]> {
  for (const attribute of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [was, is] = [before[attribute], after[attribute]]
    if (isSame(was, is)) continue
    // Providers since 3.38 write all tags to tags_all.
    if (attribute === 'tags' && ('tags_all' in before || 'tags_all' in after)) continue
    if (attribute !== 'tags_all' && attribute !== 'tags') yield {attribute, before: was, after: is}
    else yield* tagChanges(isRecord(was) ? was : {}, isRecord(is) ? is : {})
  }
}

function* tagChanges(before: ValueRecord, after: ValueRecord): Generator<TerraformDrift['changes'][number]> {
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (isSame(before[key], after[key])) continue
    yield {attribute: `tags.${key}`, before: before[key], after: after[key]}
  }
}

/** Absent and null are one; secrets are compared by what they hold. */
function isSame(a: Value | undefined, b: Value | undefined): boolean {
  return canonicalJson(a ?? null) === canonicalJson(b ?? null)
}
