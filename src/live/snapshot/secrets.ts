import {createHash} from 'node:crypto'

import {loadCatalog} from '../../catalog/catalog.ts'
import {holdsCredentials, isSecretValue} from '../../catalog/secret-names.ts'
import type {LiveObject, ObjectType} from '../../model/live.ts'
import {isArray, isRecord, Sensitive, type Value} from '../../model/value.ts'

/** Paths of secrets by object type, as the catalogue lists them (`ObjectFacts.sensitive`), split at the dots. */
export type SecretPaths = ReadonlyMap<ObjectType, readonly (readonly string[])[]>

export async function secretPaths(): Promise<SecretPaths> {
  const {entries} = await loadCatalog()
  const listed = entries.flatMap(({objectType, object}) =>
    (object?.sensitive ?? []).map((path) => ({objectType, keys: path.split('.')})),
  )
  const byType = Map.groupBy(listed, ({objectType}) => objectType)
  return new Map([...byType].map(([objectType, paths]) => [objectType, paths.map(({keys}) => keys)]))
}

/**
 * The object with every secret wrapped: those that the catalogue lists, those with a secret's name, and credentials in text. What holds none
 * is not copied.
 */
export function hideSecrets(object: LiveObject, paths: SecretPaths): LiveObject {
  const properties = hide(object.properties, paths.get(object.type) ?? noPaths) as LiveObject['properties']
  return properties === object.properties ? object : {...object, properties}
}

type Paths = readonly (readonly string[])[]

const noPaths: Paths = []

function hide(value: Value, paths: Paths): Value {
  if (typeof value === 'string') return holdsCredentials(value) ? Sensitive.of(value) : value
  if (isArray(value)) {
    const items = value.map((item, index) => hideMember(String(index), item, paths))
    return items.every((item, index) => item === value[index]) ? value : items
  }
  if (!isRecord(value)) return value
  let changed: [string, Value][] | undefined
  for (const key of Object.keys(value)) {
    const item = value[key] as Value
    const hidden = isSecretValue(key, item) ? Sensitive.of(item) : hideMember(key, item, paths)
    if (hidden !== item) (changed ??= []).push([key, hidden])
  }
  // By `fromEntries`, which defines a key `__proto__` where an assignment would set the prototype.
  return changed ? Object.fromEntries([...Object.entries(value), ...changed]) : value
}

function hideMember(key: string, item: Value, paths: Paths): Value {
  if (paths.length === 0) return hide(item, paths)
  const below = paths.filter(([first]) => first === '*' || first === key).map(([, ...rest]) => rest)
  if (item === null || !below.some((path) => path.length === 0)) return hide(item, below)
  return Sensitive.of(item, key === 'UserData' ? formsOfUserData(item) : [])
}

/**
 * AWS has user data in Base64. States hold that, the text itself (provider 6), or the SHA-1 of the text (older providers): a digest of
 * one says nothing of the others, so all three are kept.
 */
function formsOfUserData(item: Value): readonly Value[] {
  if (typeof item !== 'string' || item === '') return []
  const bytes = Buffer.from(item, 'base64')
  return [bytes.toString('utf8'), createHash('sha1').update(bytes).digest('hex')]
}
