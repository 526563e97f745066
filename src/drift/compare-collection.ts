import {keysOf, valueAt} from '../model/path.ts'
import {isArray, isEmpty, isRecord, type Value, type ValueRecord} from '../model/value.ts'
import {compareStep, type Setting} from './compare-table.ts'
import type {Difference} from './difference.ts'
import {joinPath, type BlockStep, type Step} from './plan.ts'
import {silent} from './tally.ts'

/** A repeated block against a live list: by key where the elements have one, else as a set or by position. */
export function compareCollection(
  step: BlockStep,
  declared: Value,
  live: ValueRecord,
  attribute: string,
  setting: Setting,
): void {
  const {tally, visible} = setting
  if (!visible(step.path)) return tally.skipped('not-visible')
  if (setting.elsewhere?.(step.path)) return tally.skipped('elsewhere')
  const mine = elementsOf(declared)
  const theirs = elementsOf(valueAt(live, step.keys) ?? null)
  if (mine.length === 0 && step.computed) return tally.skipped('computed')
  tally.compared()
  const path = joinPath(setting.at.path, step.path)
  const owner = joinPath(setting.at.attribute, attribute)
  for (const difference of differences(step, mine, theirs, {path, owner, setting})) tally.differs(difference)
}

interface Place {
  readonly path: string
  readonly owner: string
  readonly setting: Setting
}

function differences(step: BlockStep, mine: Elements, theirs: Elements, place: Place): readonly Difference[] {
  if (step.key) return byKey(step, step.key, mine, theirs, place)
  if (step.form === 'list' && mine.length === theirs.length) {
    return mine.flatMap((element, index) =>
      elementDifferences(
        step,
        element,
        theirs[index] ?? {},
        {path: `${place.path}[${index}]`, attribute: `${place.owner}[${index}]`},
        place,
      ),
    )
  }
  return asWhole(step, mine, theirs, place)
}

type Elements = readonly ValueRecord[]

function byKey(step: BlockStep, key: readonly string[], mine: Elements, theirs: Elements, place: Place): Difference[] {
  const rest = new Map(theirs.map((element) => [keyOf(element, key), element]))
  const unmatched: {readonly element: ValueRecord; readonly index: number}[] = []
  const found: Difference[] = []
  for (const [index, element] of mine.entries()) {
    const name = declaredKey(step.of, element, key)
    const other = rest.get(name)
    if (other === undefined) {
      unmatched.push({element, index})
      continue
    }
    rest.delete(name)
    const at = {path: `${place.path}[${name}]`, attribute: `${place.owner}[${index}]`}
    found.push(...elementDifferences(step, element, other, at, place))
  }
  const extra = [...rest.values()]
  for (const {element, index} of unmatched) {
    const name = declaredKey(step.of, element, key)
    const after = extra.shift()
    found.push({
      path: `${place.path}[${name}]`,
      attribute: `${place.owner}[${index}]`,
      before: element,
      after,
      undeclared: false,
    })
  }
  for (const after of extra) {
    found.push({
      path: `${place.path}[${keyOf(after, key)}]`,
      attribute: place.owner,
      before: undefined,
      after,
      undeclared: true,
    })
  }
  return found
}

/** Without keys a change cannot be told from a removal and an addition: one difference, holding what has no counterpart. */
function asWhole(step: BlockStep, mine: Elements, theirs: Elements, place: Place): Difference[] {
  const extra = [...theirs]
  const lost = mine.filter((element) => {
    const index = extra.findIndex(
      (other) => elementDifferences(step, element, other, {path: '', attribute: ''}, place).length === 0,
    )
    if (index === -1) return true
    extra.splice(index, 1)
    return false
  })
  if (lost.length === 0 && extra.length === 0) return []
  const undeclared = mine.length === 0
  return [{path: place.path, attribute: place.owner, before: orNothing(lost), after: orNothing(extra), undeclared}]
}

function orNothing(elements: Elements): Value | undefined {
  return elements.length === 0 ? undefined : elements
}

function elementDifferences(
  step: BlockStep,
  declared: ValueRecord,
  live: ValueRecord,
  at: Setting['at'],
  {setting}: Place,
): readonly Difference[] {
  const found: Difference[] = []
  const visible = (inner: string): boolean => setting.visible(joinPath(step.path, inner))
  const nested = {...setting, visible, elsewhere: nowhere, tally: silent(found), at}
  for (const [name, inner] of step.of) {
    const value = declared[name]
    if (value !== undefined) compareStep(inner, value, live, name, nested)
  }
  return found
}

const nowhere = (): boolean => false

/** The key of a live element: `DeviceName=/dev/sdf`. */
function keyOf(element: ValueRecord, key: readonly string[]): string {
  return key.map((name) => `${name}=${text(valueAt(element, keysOf(name)))}`).join(',')
}

/** The same key, from the Terraform attributes that map to it. */
function declaredKey(steps: ReadonlyMap<string, Step>, element: ValueRecord, key: readonly string[]): string {
  return key.map((name) => `${name}=${text(declaredAt(steps, element, name))}`).join(',')
}

function declaredAt(steps: ReadonlyMap<string, Step>, element: ValueRecord, path: string): Value | undefined {
  for (const [name, step] of steps) {
    if (step.kind !== 'compare' || step.path !== path) continue
    const value = element[name]
    if (value !== undefined && value !== null) return step.value ? step.value(value as never) : value
  }
  return undefined
}

function text(value: Value | undefined): string {
  return value === undefined || value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** Elements of a list; one object counts as a list of one; null elements (left by some read handlers) do not count. */
function elementsOf(value: Value): Elements {
  if (isEmpty(value)) return []
  const items = isArray(value) ? value : [value]
  return items.filter(isRecord)
}
