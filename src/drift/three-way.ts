import type {ComparisonContext} from '../catalog/normalizers/normalizer.ts'
import type {DeclaredResource} from '../model/declared.ts'
import {
  deepEqual,
  holdsUnknown,
  isArray,
  isRecord,
  Sensitive,
  Unknown,
  type Value,
  type ValueRecord,
} from '../model/value.ts'
import {writeCanonical, type Mutable} from './canonical.ts'
import {compareTable} from './compare-table.ts'
import type {Difference, ThreeWay} from './difference.ts'
import {isIgnored} from './ignored.ts'
import type {Step} from './plan.ts'
import {silent} from './tally.ts'

export type ThreeWayDifference = Difference & {readonly verdict: ThreeWay}

export interface Sides {
  readonly configured: DeclaredResource
  readonly recorded: DeclaredResource
  readonly live: ValueRecord
  readonly plan: ReadonlyMap<string, Step>
  readonly context: ComparisonContext
}

/**
 * Refines what state and live differ in by what the code says, and adds what the code has changed since it was applied. Code
 * is compared with the state, and with the live side, by the same rules as the state with the live side. No verdict rests on an
 * unknown: what the code leaves unknown is judged by the state alone.
 *
 * | code | state | live | |
 * |---|---|---|---|
 * | a | a | b | drifted |
 * | a | b | b | unapplied |
 * | a | b | a | stale state |
 * | a | b | c | conflict |
 * | not set | a | b | drifted, undeclared |
 */
export function threeWay(differences: readonly Difference[], sides: Sides): readonly ThreeWayDifference[] {
  const {configured, recorded, live} = sides
  const fromState = pathsOf([
    ...compare(configured, canonical(recorded, sides), sides),
    ...changedTags(configured, recorded),
  ])
  const fromLive = pathsOf(compare(configured, live, sides))
  const found = differences.map((difference): ThreeWayDifference => {
    if (isIgnored(difference.attribute, configured)) return {...difference, verdict: 'ignored'}
    const code = valueOf(configured.attributes, difference.attribute)
    const recordedAlone = difference.undeclared ? 'drifted-undeclared' : 'drifted'
    if ((code !== undefined && holdsUnknown(code)) || isUntold(difference, sides))
      return {...difference, verdict: recordedAlone}
    if (code === undefined || code === null) return {...difference, undeclared: true, verdict: 'drifted-undeclared'}
    const isLive = isTag(difference) ? deepEqual(code, difference.after) : !fromLive.has(difference.path)
    const verdict = isLive ? 'stale-state' : fromState.has(difference.path) ? 'conflict' : 'drifted'
    return {...difference, configured: code, undeclared: false, verdict}
  })
  const known = new Set(differences.map(({path}) => path))
  return [...found, ...unapplied([...fromState.values()], known, sides)]
}

function isTag({path}: Difference): boolean {
  return path.startsWith('Tags.')
}

/** Differences that no table made (rules of a security group, policies of a role): code and state cannot be told apart there. */
function isUntold(difference: Difference, {plan}: Sides): boolean {
  const [name = ''] = difference.attribute.split(/[.[]/)
  const step = plan.get(name)
  return !isTag(difference) && (step === undefined || step.kind === 'custom' || difference.element === true)
}

/** Tags in the code that the state has otherwise, or not. */
function changedTags(configured: DeclaredResource, recorded: DeclaredResource): readonly Difference[] {
  const [code, state] = [configured, recorded].map(({attributes}) => attributes['tags_all'] ?? attributes['tags'])
  if (!isRecord(code) || !isRecord(state)) return []
  return Object.entries(code).flatMap(([key, before]) => {
    const after = state[key]
    if (before instanceof Unknown || before === null || deepEqual(before, after)) return []
    return [{path: `Tags.${key}`, attribute: `tags_all.${key}`, before, after, undeclared: false}]
  })
}

/** What the code says otherwise than the state, while the live side still is as the state has it. */
function unapplied(
  changes: readonly Difference[],
  known: ReadonlySet<string>,
  {configured}: Sides,
): readonly ThreeWayDifference[] {
  return changes
    .filter(({path, undeclared}) => !undeclared && !known.has(path))
    .map(({before, after, ...change}) => ({
      ...change,
      before: after,
      after,
      ...(before === undefined ? {} : {configured: before}),
      verdict: isIgnored(change.attribute, configured) ? 'ignored' : 'unapplied',
    }))
}

function compare({attributes}: DeclaredResource, other: ValueRecord, {plan, context}: Sides): readonly Difference[] {
  const differences: Difference[] = []
  const tally = silent(differences)
  compareTable(attributes, other, plan, {context, visible: () => true, tally, at: {path: '', attribute: ''}})
  return differences
}

function canonical({attributes}: DeclaredResource, {plan}: Sides): ValueRecord {
  const properties: Mutable = {}
  writeCanonical(plan, attributes, properties)
  return properties
}

function pathsOf(differences: readonly Difference[]): ReadonlyMap<string, Difference> {
  return new Map(differences.map((difference) => [difference.path, difference]))
}

/** The configured value at a Terraform path (`metadata_options.http_tokens`, `ebs_block_device[0].volume_size`, `tags_all.Owner`). */
function valueOf(attributes: ValueRecord, path: string): Value | undefined {
  let value: Value | undefined = attributes
  for (const key of path.split(/[.[\]]+/).filter((part) => part !== '')) {
    if (value instanceof Sensitive) value = value.reveal()
    if (value instanceof Unknown) return value
    if (isArray(value)) {
      const list: readonly Value[] = value
      value = /^\d+$/.test(key) ? list[Number(key)] : list.length > 1 ? oneOfSeveral : memberOf(list[0], key)
    } else value = memberOf(value, key)
  }
  return value
}

/** The path of a difference may leave out the index: without one, nobody knows which block of the code it is about. */
const oneOfSeveral = new Unknown('which of several blocks it is')

function memberOf(value: Value | undefined, key: string): Value | undefined {
  if (value instanceof Unknown) return value
  return isRecord(value) ? value[key] : undefined
}

/** Whether the code says anything of the attribute that a path begins with. */
export function isSetInCode(path: string, {attributes}: DeclaredResource): boolean {
  const [name = ''] = path.split(/[.[]/)
  const value = attributes[name]
  return value !== undefined && value !== null
}
