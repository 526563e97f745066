import type {DeclaredResource} from '../model/declared.ts'
import {
  deepEqual,
  holdsUnknown,
  isArray,
  isEmpty,
  isRecord,
  Sensitive,
  type Value,
  type ValueRecord,
} from '../model/value.ts'

/**
 * A recorded resource as it would be with what the code sets, so that it can be projected like the recorded one. What the code leaves
 * unknown, and blocks in which it only leaves out what the provider filled in, stay as recorded: no verdict rests on them.
 */
export function withCode(recorded: DeclaredResource, {attributes: code}: DeclaredResource): DeclaredResource {
  const attributes: Record<string, Value> = {...recorded.attributes}
  for (const [name, value] of Object.entries(code)) {
    const before = recorded.attributes[name]
    if (before !== undefined && !holdsUnknown(value)) attributes[name] = merged(value, before)
  }
  return {...recorded, attributes}
}

function merged(code: Value, recorded: Value): Value {
  if (agrees(code, recorded)) return recorded
  if (areBlocks(code) && areBlocks(recorded)) return mergedBlocks(code, recorded)
  return scalarLike(code, recorded)
}

/** Each block of the code is the recorded one that says all that it says, else a new one. */
function mergedBlocks(code: readonly ValueRecord[], recorded: readonly ValueRecord[]): Value {
  const rest = new Set(recorded)
  const [sample = {}] = recorded
  return code.map((block) => {
    for (const candidate of rest) {
      if (!saysAllOf(candidate, block)) continue
      rest.delete(candidate)
      return candidate
    }
    return likeSample(block, sample)
  })
}

/** Blocks of a state have all attributes. */
function likeSample(block: ValueRecord, sample: ValueRecord): ValueRecord {
  const unset = Object.fromEntries(Object.keys(sample).map((name) => [name, null]))
  const set = Object.entries(block).map(([name, value]) => [name, scalarLike(value, sample[name] ?? null)] as const)
  return {...unset, ...Object.fromEntries(set)}
}

/** The code may write "443" where the provider's schema has a number. */
function scalarLike(code: Value, recorded: Value): Value {
  if (typeof code === 'string' && typeof recorded === 'number' && code.trim() !== '' && !Number.isNaN(Number(code)))
    return Number(code)
  if (typeof recorded === 'boolean' && (code === 'true' || code === 'false')) return code === 'true'
  return typeof recorded === 'string' && (typeof code === 'number' || typeof code === 'boolean') ? String(code) : code
}

function agrees(code: Value, recorded: Value): boolean {
  const [a, b] = [plain(code), plain(recorded)]
  if (a === undefined || b === undefined) return true
  if (isNothing(a) || isNothing(b)) return isNothing(a) && isNothing(b)
  if (areBlocks(a) && areBlocks(b)) return a.length === b.length && everyMatched(a, b, (x, y) => saysAllOf(y, x))
  if (isArray(a) && isArray(b)) return a.length === b.length && everyMatched(a, b, agrees)
  if (isRecord(a) && isRecord(b)) return agreeingMaps(a, b)
  return isScalar(a) && isScalar(b) && (String(a) === String(b) || isSameJson(a, b))
}

/** A secret of which only a digest is left says nothing. */
function plain(value: Value): Value | undefined {
  return value instanceof Sensitive ? value.reveal() : value
}

function isNothing(value: Value): boolean {
  return isEmpty(value) || value === false
}

function agreeingMaps(a: ValueRecord, b: ValueRecord): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].every((key) => agrees(a[key] ?? null, b[key] ?? null))
}

function saysAllOf(recorded: ValueRecord, code: ValueRecord): boolean {
  return Object.entries(code).every(([name, value]) => agrees(value, recorded[name] ?? null))
}

function everyMatched<T>(all: readonly T[], others: readonly T[], isMatch: (a: T, b: T) => boolean): boolean {
  const rest = [...others]
  return all.every((item) => {
    const index = rest.findIndex((other) => isMatch(item, other))
    if (index >= 0) rest.splice(index, 1)
    return index >= 0
  })
}

function isScalar(value: Value): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

function areBlocks(value: Value): value is readonly ValueRecord[] {
  return isArray(value) && value.length > 0 && value.every((item) => isRecord(item))
}

function isSameJson(a: Value, b: Value): boolean {
  if (typeof a !== 'string' || typeof b !== 'string' || !/^\s*[[{]/.test(a)) return false
  try {
    return deepEqual(JSON.parse(a) as Value, JSON.parse(b) as Value)
  } catch {
    return false
  }
}
