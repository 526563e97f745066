import {exact} from '../catalog/normalizers/exact.ts'
import type {ComparisonContext} from '../catalog/normalizers/normalizer.ts'
import {standardAttributes} from '../catalog/standard-attributes.ts'
import {valueAt} from '../model/path.ts'
import {
  holdsUnknown,
  isArray,
  isRecord,
  Sensitive,
  Unknown,
  type Json,
  type Value,
  type ValueRecord,
} from '../model/value.ts'
import {compareCollection} from './compare-collection.ts'
import {controllerOf} from './controlled.ts'
import {decide} from './verdict.ts'
import {gathering, secretive, type Tally} from './tally.ts'
import {joinPath, type BlockStep, type CompareStep, type Step} from './plan.ts'
import type {Visibility} from './visibility.ts'

/** What a comparison of tables needs beside the values. */
export interface Setting {
  readonly context: ComparisonContext
  readonly visible: Visibility
  /** Whether another resource declares the property, so that this one's recorded value is only an echo. */
  readonly elsewhere?: Visibility
  readonly tally: Tally
  /** Path and attribute of the element that nested steps are relative to; both empty at the top. */
  readonly at: {readonly path: string; readonly attribute: string}
}

/** Compares all attributes of a resource that its entry's table maps with the live properties. */
export function compareTable(
  attributes: ValueRecord,
  live: ValueRecord,
  plan: ReadonlyMap<string, Step>,
  setting: Setting,
): void {
  for (const name in attributes) {
    const step = plan.get(name)
    if (step) compareStep(step, attributes[name] as Value, live, name, setting)
    else countUnplanned(name, setting.tally)
  }
}

function countUnplanned(name: string, tally: Tally): void {
  const standard = standardAttributes[name]
  if (standard === undefined) tally.notMapped(name)
  else if (standard !== 'tags') tally.skipped(standard)
}

/** @param attribute the Terraform path from the top of the resource, or of the element, down to this step */
export function compareStep(step: Step, declared: Value, live: ValueRecord, attribute: string, setting: Setting): void {
  switch (step.kind) {
    case 'skip':
      setting.tally.skipped(step.reason)
      return
    case 'compare':
      compareProperty(step, declared, live, attribute, setting)
      return
    case 'block':
      compareBlock(step, declared, live, attribute, setting)
      return
    case 'custom':
  }
}

function compareBlock(step: BlockStep, declared: Value, live: ValueRecord, attribute: string, setting: Setting): void {
  const compare = step.form === 'single' ? compareSingle : compareCollection
  if (!isSecretBlock(declared)) return compare(step, declared, live, attribute, setting)
  compare(step, bared(declared), live, attribute, {...setting, tally: secretive(setting.tally)})
}

/** A block that is secret as a whole, or of which an element is. */
function isSecretBlock(value: Value): boolean {
  return value instanceof Sensitive || (isArray(value) && value.some((item) => item instanceof Sensitive))
}

function bared(value: Value): Value {
  if (value instanceof Sensitive) return bared(value.reveal() ?? null)
  return isArray(value) ? value.map((item) => (item instanceof Sensitive ? (item.reveal() ?? null) : item)) : value
}

function compareProperty(step: CompareStep, raw: Value, live: ValueRecord, attribute: string, setting: Setting): void {
  const {at, context, tally} = setting
  if (!setting.visible(step.path)) return tally.skipped('not-visible')
  if (setting.elsewhere?.(step.path)) return tally.skipped('elsewhere')
  const declared = spread(step.value === undefined ? raw : mapped(raw, step.value))
  const actual = valueAt(live, step.keys)
  if (declared === actual) return tally.compared()
  const path = joinPath(at.path, step.path)
  const owner = joinPath(at.attribute, attribute)
  if (step.normalizer === exact && isMap(declared) && isMap(actual))
    return compareMap({...step, path}, declared, actual, owner, setting)
  const verdict = decide(declared, actual, step, context)
  if (verdict === 'unknown' || verdict === 'computed') return tally.skipped(verdict)
  tally.compared()
  if (verdict === 'equal') return
  tally.differs({
    path,
    attribute: owner,
    before: declared,
    after: actual,
    undeclared: verdict === 'undeclared',
    ...controllerOf(step.control, {declared, actual, live}, context),
  })
}

/** A map of free keys (variables, parameters): one difference for each key. */
function compareMap(
  step: CompareStep,
  declared: ValueRecord,
  live: ValueRecord,
  attribute: string,
  setting: Setting,
): void {
  const {context, tally} = setting
  tally.compared()
  if (decide(declared, live, step, context) === 'equal') return
  const terms = {...step, computed: false, default: undefined}
  const found = []
  for (const key of new Set([...Object.keys(declared), ...Object.keys(live)])) {
    const [before, after] = [declared[key], live[key]]
    const verdict = decide(before ?? null, after, terms, context)
    if (verdict === 'equal' || verdict === 'unknown') continue
    const undeclared = verdict === 'undeclared'
    found.push({path: `${step.path}.${key}`, attribute: `${attribute}.${key}`, before, after, undeclared})
  }
  // Maps that differ key by key in nothing still may by their form; where values are unknown, nothing can be said.
  if (found.length === 0 && !holdsUnknown(declared))
    found.push({path: step.path, attribute, before: declared, after: live, undeclared: false})
  for (const difference of found) tally.differs(difference)
}

/** A block that occurs at most once: absent, all its attributes are null. */
function compareSingle(step: BlockStep, declared: Value, live: ValueRecord, attribute: string, setting: Setting): void {
  const block = firstBlock(declared)
  if (block) {
    for (const [name, nested] of step.of) {
      const value = block[name]
      if (value !== undefined) compareStep(nested, value, live, `${attribute}.${name}`, setting)
    }
    return
  }
  if (step.computed) return setting.tally.skipped('computed')
  compareAbsentSingle(step, live, attribute, setting)
}

/** Several leaves of a block that nobody declared are one difference: the block. */
function compareAbsentSingle(step: BlockStep, live: ValueRecord, attribute: string, setting: Setting): void {
  const {tally, differences} = gathering(setting.tally)
  for (const [name, nested] of step.of) {
    compareStep(nested, null, live, `${attribute}.${name}`, {...setting, tally})
  }
  const [first] = differences
  if (first === undefined) return
  if (differences.length === 1 || step.path === '') {
    for (const difference of differences) setting.tally.differs(difference)
    return
  }
  const after = valueAt(live, step.keys)
  setting.tally.differs({...first, path: joinPath(setting.at.path, step.path), attribute, before: null, after})
}

/** The state holds a single block as a list of one (SDK) or as an object (framework). */
function firstBlock(value: Value): ValueRecord | undefined {
  const block = isArray(value) ? value[0] : value
  return isRecord(block) ? block : undefined
}

/** A secret map is a map of secrets: its keys may be compared one by one. */
function spread(value: Value): Value {
  const plain = value instanceof Sensitive ? value.reveal() : undefined
  if (!isRecord(plain)) return value
  return Object.fromEntries(Object.entries(plain).map(([key, item]) => [key, Sensitive.of(item)]))
}

function isMap(value: Value | undefined): value is ValueRecord {
  return isRecord(value)
}

/** A value of a form that the rule does not expect (a provider nobody has seen yet) is not compared; it must not end the scan. */
function mapped(value: Value, map: (value: Json) => Json): Value {
  const plain = value instanceof Sensitive ? value.reveal() : value
  if (plain === undefined || plain === null || plain instanceof Unknown) return value
  try {
    const result = map(plain as Json)
    return value instanceof Sensitive ? Sensitive.of(result) : result
  } catch {
    return new Unknown('of an unexpected form')
  }
}
