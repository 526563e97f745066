import {
  isArray,
  isPlain,
  isRecord,
  Sensitive,
  Unknown,
  type Json,
  type Value,
  type ValueRecord,
} from '../model/value.ts'

/** A value without its wrappers, for entries that take it apart; what they make of a secret has to be `Sensitive` again. */
export interface PlainValue {
  readonly value: Json
  readonly secret: boolean
}

/** @returns undefined where the value, or anything inside it, is absent or unknown */
export function plainOf(value: Value | undefined): PlainValue | undefined {
  if (value === undefined || value instanceof Unknown) return undefined
  // As a rule there is nothing to take off.
  if (isPlain(value)) return {value, secret: false}
  if (value instanceof Sensitive) {
    const inner = plainOf(value.reveal())
    return inner && {...inner, secret: true}
  }
  if (isArray(value)) return plainList(value)
  return plainRecord(value)
}

function plainList(list: readonly Value[]): PlainValue | undefined {
  const items = list.map((item) => plainOf(item)).filter((item) => item !== undefined)
  if (items.length < list.length) return undefined
  return {value: items.map((item) => item.value), secret: items.some((item) => item.secret)}
}

function plainRecord(record: {readonly [key: string]: Value}): PlainValue | undefined {
  const keys = Object.keys(record)
  const inner = plainList(keys.map((key) => record[key] ?? null))
  if (!inner) return undefined
  const items = inner.value as readonly Json[]
  return {value: Object.fromEntries(keys.map((key, index) => [key, items[index] ?? null])), secret: inner.secret}
}

/** Blocks of which everything is known; where one of their values is secret, all of them stay so. */
export function blocksOf(value: Value | undefined): readonly ValueRecord[] {
  const plain = plainOf(value)
  const items: readonly Value[] = plain === undefined ? [] : isArray(plain.value) ? plain.value : [plain.value]
  const blocks = items.filter((item) => isRecord(item))
  return plain?.secret === true ? blocks.map(secretMembers) : blocks
}

function secretMembers(block: ValueRecord): ValueRecord {
  return Object.fromEntries(Object.entries(block).map(([name, value]) => [name, Sensitive.of(value)]))
}
