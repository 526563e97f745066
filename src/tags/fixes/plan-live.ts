import type {LeftReason, LeftViolation, LiveTagFix, TagChange} from '../../model/tag-fix.ts'
import {compareText, subjectName} from '../../model/finding.ts'
import type {TagPolicy} from '../policy/policy.ts'
import type {Tagged} from '../tagged.ts'
import {shown, textOf} from '../tag-view.ts'
import {Sensitive, Unknown} from '../../model/value.ts'
import {changeFor, type FixOptions, type TagViolation} from './wanted-value.ts'

export interface LivePlan {
  readonly fixes: readonly LiveTagFix[]
  readonly left: readonly LeftViolation[]
}

export interface LiveObjects {
  /** What a violation is about. */
  readonly taggedOf: (violation: TagViolation) => Tagged | undefined
  /** Whether the code is mended at the same time. */
  readonly isMendedInCode: (violation: TagViolation) => boolean
}

/**
 * Types whose tags the Tagging API does not show, so that nobody could restore them: IAM users and roles, and Auto Scaling groups
 * (https://docs.aws.amazon.com/resourcegroupstagging/latest/APIReference/supported-services.html). To tag a stack is to update it
 * (https://docs.aws.amazon.com/resourcegroupstagging/latest/APIReference/API_TagResources.html).
 */
const notSupported: ReadonlySet<string> = new Set([
  'AWS::AutoScaling::AutoScalingGroup',
  'AWS::CloudFormation::Stack',
  'AWS::CloudFormation::StackSet',
  'AWS::IAM::Role',
  'AWS::IAM::User',
])

/** Which tags to set on which live object. Pure. */
export function planLive(
  violations: readonly TagViolation[],
  objects: LiveObjects,
  policy: TagPolicy,
  options: FixOptions,
): LivePlan {
  const byArn = new Map<string, LiveTagFix & {readonly changes: TagChange[]}>()
  const left: LeftViolation[] = []
  for (const violation of violations.filter(isWrongLive)) {
    const {arn, location, type, address} = violation.subject
    const found = changeOf(violation, objects, policy, options)
    // A key that is written otherwise stays beside the right one, unless asked for.
    const change =
      typeof found !== 'string' && found.renames !== undefined && options.overwrite
        ? {...found, overwrites: true as const}
        : found
    if (typeof change === 'string') left.push(leftOf(violation, change))
    else if (arn !== undefined && location?.account !== undefined && location.region !== undefined) {
      const {account, region} = location
      const fix = byArn.get(arn) ?? {
        arn,
        account,
        region,
        ...(type !== undefined && {type}),
        ...(address !== undefined && {address}),
        changes: [],
      }
      if (!fix.changes.some(({key}) => key === change.key)) fix.changes.push(change)
      byArn.set(arn, fix)
    }
  }
  return {fixes: [...byArn.values()].toSorted((a, b) => compareText(a.arn, b.arn)), left}
}

function isWrongLive({on, otherSide}: TagViolation): boolean {
  return on === 'live' || otherSide === 'same' || otherSide === 'wrong'
}

function changeOf(
  violation: TagViolation,
  objects: LiveObjects,
  policy: TagPolicy,
  options: FixOptions,
): TagChange | LeftReason {
  const {subject, on, otherSide} = violation
  if (notSupported.has(subject.objectType ?? '')) return 'not-supported'
  if (subject.arn === undefined || subject.location?.account === undefined) return 'no-arn'
  const tagged = objects.taggedOf(violation)
  const rule = policy.rules.find(({id}) => id === violation.rule)
  if (on === 'declared') {
    if (!objects.isMendedInCode(violation)) return 'mend-in-code'
    return changeFor(violation, rule, tagged?.live, options)
  }
  if (otherSide === 'unknown' && subject.address !== undefined) return 'mend-in-code'
  if (otherSide === 'right' && tagged?.declared) return asDeclared(violation, tagged, options)
  const change = changeFor(violation, rule, tagged?.live, options)
  return change === 'no-value' ? (asParent(violation, tagged) ?? change) : change
}

/** What made the object has the tag, and does not hand it on. */
function asParent({key, parent}: TagViolation, tagged: Tagged | undefined): TagChange | undefined {
  const view = tagged?.parents?.().find(({name}) => name === parent?.name)?.view
  const value = view?.tags.get(key)
  return typeof value === 'string' ? {key, value, from: 'parent', shown: shown(key, value)} : undefined
}

/** What an apply would set. */
function asDeclared(
  {key, code}: TagViolation,
  {declared, live}: Tagged,
  {overwrite}: FixOptions,
): TagChange | LeftReason {
  const value = declared?.tags.get(key)
  if (value === undefined || value instanceof Unknown || value instanceof Sensitive) return 'mend-in-code'
  const before = live?.tags.get(key)
  if (before !== undefined && code === 'tag-value-invalid' && !overwrite) return 'would-overwrite'
  const isThere = before !== undefined && !(before instanceof Unknown)
  return {
    key,
    value,
    from: 'declared',
    shown: shown(key, value),
    ...(isThere && {overwrites: true, before: shown(key, textOf(before))}),
  }
}

function leftOf(violation: TagViolation, reason: LeftReason): LeftViolation {
  return {name: subjectName(violation.subject), key: violation.key, on: 'live', reason}
}
