import {isArray, isRecord, type Value, type ValueRecord} from '../../src/model/value.ts'

/** One leaf of the live properties, changed. */
export interface Mutation {
  /** Dotted, list elements as `*`. */
  readonly path: string
  readonly properties: ValueRecord
}

/** Every leaf of a live object's properties, changed one at a time. */
export function* mutations(properties: ValueRecord): Generator<Mutation> {
  for (const {keys, value} of leaves(properties, [])) {
    const path = keys.map((key) => (typeof key === 'number' ? '*' : key)).join('.')
    yield {path, properties: changed(properties, keys, other(value)) as ValueRecord}
  }
}

interface Leaf {
  readonly keys: readonly (string | number)[]
  readonly value: Value
}

function* leaves(value: Value, keys: readonly (string | number)[]): Generator<Leaf> {
  if (isArray(value) && value.length > 0) {
    for (const [index, item] of value.entries()) yield* leaves(item, [...keys, index])
  } else if (isRecord(value) && Object.keys(value).length > 0) {
    for (const [key, item] of Object.entries(value)) yield* leaves(item, [...keys, key])
  } else if (value !== null && typeof value !== 'object') yield {keys, value}
}

/** A different value of the same kind, that no normaliser may take for the same. */
function other(value: Value): Value {
  if (typeof value === 'boolean') return !value
  if (typeof value === 'number') return value + 7
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  if (text === 'true' || text === 'false') return text === 'true' ? 'false' : 'true'
  if (/^-?\d+$/.test(text)) return String(Number(text) + 7)
  const json = jsonOf(text)
  if (json !== undefined) return JSON.stringify(changedJson(json))
  if (text.startsWith('arn:')) return `${text}-changed`
  return `changed${text}`
}

function jsonOf(text: string): unknown {
  if (!/^\s*[{[]/.test(text)) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function changedJson(json: unknown): unknown {
  if (Array.isArray(json)) return json.length > 0 ? [changedJson(json[0]), ...json.slice(1)] : ['changed']
  if (typeof json !== 'object' || json === null) return `changed${String(json)}`
  const [key] = Object.keys(json).filter((name) => !['Version', 'Id', 'Sid'].includes(name))
  return key === undefined ? {changed: true} : {...json, [key]: changedJson((json as Record<string, unknown>)[key])}
}

function changed(value: Value, [key, ...rest]: readonly (string | number)[], replacement: Value): Value {
  if (key === undefined) return replacement
  if (isArray(value)) return value.map((item, index) => (index === key ? changed(item, rest, replacement) : item))
  if (!isRecord(value)) return replacement
  return {...value, [key]: changed(value[key] ?? null, rest, replacement)}
}
