import type {JudgedLines, KnownResource, MissingKey, ResourceFinder, TaggedLines} from './tagged-line.ts'
import type {BilledStanding} from '../../model/cost-allocation.ts'
import {deviceHours} from '../gpu-spend.ts'

/** Whether a policy refuses a value of a key. */
export type RefusedValue = (key: string, value: string) => boolean

/** How a key stands in cost allocation. */
export interface KeyActivation {
  readonly standing: BilledStanding
  /** Since when charges carry it; ISO 8601. */
  readonly since?: string
}

export interface JudgeContext {
  readonly keys: readonly string[]
  /** Keys that no line of the bill has. */
  readonly notInBill: ReadonlySet<string>
  readonly finder: ResourceFinder
  /** What billing makes of keys, where somebody was asked: that it lacks a key need not be the resource's fault. */
  readonly activations?: ReadonlyMap<string, KeyActivation>
  readonly refused: RefusedValue
}

/** What all lines of one resource lack, and why; lines of one resource are judged together, since tags come and go. */
export function judgeResource(some: readonly TaggedLines[], context: JudgeContext): readonly JudgedLines[] {
  const resource = some[0]?.resource ?? ''
  const known = resource === '' ? undefined : context.finder.resource(resource)
  return some.map((lines) => {
    const missing = context.keys.flatMap((key) => missingKey(key, lines, some, known, context) ?? [])
    const hours = deviceHours(lines)
    return {lines, missing, ...(hours && {hours})}
  })
}

/** Values that say that nobody thought of one. */
const placeholders = new Set(['n/a', 'na', 'none', 'null', 'undefined', 'todo', 'tbd', 'unknown', 'changeme', '-', '?'])

export function isPlaceholder(value: string): boolean {
  return placeholders.has(value.trim().toLowerCase())
}

function missingKey(
  key: string,
  lines: TaggedLines,
  others: readonly TaggedLines[],
  known: KnownResource | undefined,
  {notInBill, refused, activations}: JudgeContext,
): MissingKey | undefined {
  const tag = lines.tags.find(key)
  if (tag.is === 'variant') return {key, cause: 'variant-key', found: tag.key}
  if (tag.is === 'value') {
    if (tag.value.trim() === '') return {key, cause: 'empty-value'}
    if (isPlaceholder(tag.value) || refused(key, tag.value)) return {key, cause: 'forbidden-value', found: tag.value}
    return undefined
  }
  if (lines.resource === '') return {key, cause: 'no-resource'}
  const activation = activations?.get(key)
  if (activation?.standing === 'inactive') return {key, cause: 'key-not-activated'}
  if (activation && isBefore(lines, activation)) return {key, cause: 'activated-later'}
  if (notInBill.has(key)) return {key, cause: 'key-not-in-bill'}
  return {key, cause: atOtherTimes(key, lines, others) ?? elsewhere(key, known) ?? 'never-tagged'}
}

/** Charges carry a key from its activation on; what a backfill has filled in stands as `billed`. */
function isBefore({lastStart = ''}: TaggedLines, {standing, since}: KeyActivation): boolean {
  return standing === 'late' && since !== undefined && lastStart !== '' && lastStart.slice(0, 10) < since.slice(0, 10)
}

/** Whether other lines of the resource have the key: it was tagged later, or no longer is. */
function atOtherTimes(
  key: string,
  {lastStart = ''}: TaggedLines,
  others: readonly TaggedLines[],
): 'tagged-later' | 'tag-removed' | undefined {
  const tagged = others.filter(({tags}) => tags.find(key).is === 'value')
  if (tagged.length === 0) return undefined
  return tagged.some((other) => (other.lastStart ?? '') > lastStart) ? 'tagged-later' : 'tag-removed'
}

function elsewhere(key: string, known: KnownResource | undefined): 'tagged-now' | 'not-applied' | undefined {
  if (known?.liveTags?.has(key)) return 'tagged-now'
  return known?.declaredTags?.has(key) ? (known.liveTags ? 'not-applied' : 'tagged-now') : undefined
}
