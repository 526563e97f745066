import {isArray, isRecord, type Value} from './value.ts'

/**
 * Keys on the way to a canonical property, from its dotted path: `VpcConfig.SubnetIds`. A key with brackets takes the one element of
 * a list that a member tells from the others: `KeySchema[KeyType=HASH].AttributeName`, `Attributes[Key=idle_timeout.timeout_seconds].Value`.
 */
export function keysOf(path: string): readonly string[] {
  if (path === '') return []
  return path.includes('[') ? path.split(/\.(?![^[]*\])/) : path.split('.')
}

/** The value at a path of keys; undefined where anything on the way is absent or no object. */
export function valueAt(root: Value | undefined, keys: readonly string[]): Value | undefined {
  let value = root
  for (const key of keys) {
    if (!isRecord(value)) return undefined
    value = key.endsWith(']') ? elementAt(value, key) : value[key]
  }
  return value
}

/** Whether the property at `path` is the one at `ancestor` or a part of it; an element is a part of its list. */
export function isWithin(path: string, ancestor: string): boolean {
  return path === ancestor || path.startsWith(`${ancestor}.`) || path.startsWith(`${ancestor}[`)
}

function elementAt(record: {readonly [key: string]: Value}, key: string): Value | undefined {
  const [, name = '', member = '', value] = /^([^[]*)\[([^=]*)=(.*)\]$/.exec(key) ?? []
  const list = record[name]
  if (!isArray(list)) return undefined
  return list.find((item) => isRecord(item) && item[member] === value)
}
