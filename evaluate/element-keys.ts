import {isRecord, type Json} from '../src/model/value.ts'

type JsonRecord = {readonly [key: string]: Json}

/** The member that tells the elements of a list from each other on both sides: `Name`, `Key`, `ParameterName`, `IndexName`, `LogType`. */
export function keyOf(declared: readonly Json[], live: readonly Json[]): string | undefined {
  const [first] = declared
  if (!isRecord(first)) return undefined
  return Object.keys(first)
    .filter((name) => isKeyName.test(name))
    .find((name) => isKeyOf(name, declared) && isKeyOf(name, live))
}

const isKeyName = /(^Key|^Id|^Field|Name|^LogType|^SourceContainer)$/

function isKeyOf(name: string, list: readonly Json[]): boolean {
  const values = list.map((item) => (isRecord(item) ? item[name] : undefined))
  return values.every((value) => typeof value === 'string') && new Set(values).size === values.length
}

export function keyed(list: readonly Json[], key: string): ReadonlyMap<string, JsonRecord> {
  return new Map(list.filter(isRecord).map((item) => [nameIn(item as JsonRecord, key), item as JsonRecord]))
}

/** Names of header fields and of records have no case, and the last dot of a domain may be left out. */
function nameIn(element: JsonRecord, key: string): string {
  const name = element[key]
  return typeof name === 'string' ? name.toLowerCase().replace(/\.$/, '') : ''
}
