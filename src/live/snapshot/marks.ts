import {isArray, isRecord, Sensitive, type Json, type Value} from '../../model/value.ts'

/** Secrets to marks, for writing: what is `Sensitive` becomes its salted digest. */
export function markSecrets(value: Value, salt: string): Json {
  if (value instanceof Sensitive) return markOf(value, salt)
  if (isArray(value)) return value.map((item) => markSecrets(item, salt))
  if (!isRecord(value)) return value as Json
  const marked = mapValues(value, (item) => markSecrets(item, salt)) as {readonly [key: string]: Json}
  return looksLikeMark(value) ? {$plain: marked} : marked
}

/** A secret that came from another snapshot keeps the salt of that one: its digest cannot be made anew. */
function markOf(secret: Sensitive, salt: string): Json {
  const foreign = secret.salt !== undefined && secret.salt !== salt ? secret.salt : undefined
  return {$sensitive: secret.digest(salt), ...(foreign === undefined ? {} : {$salt: foreign})}
}

/** Marks to secrets, for reading; the way back of `markSecrets`. */
export function reviveSecrets(value: Value, salt: string): Value {
  if (isArray(value)) return value.map((item) => reviveSecrets(item, salt))
  if (!isRecord(value)) return value
  if (isRecord(value['$plain'])) return mapValues(value['$plain'], (item) => reviveSecrets(item, salt))
  if (typeof value['$sensitive'] === 'string') return Sensitive.ofDigest(value['$sensitive'], saltOf(value, salt))
  return mapValues(value, (item) => reviveSecrets(item, salt))
}

/** Whether a line of text needs `reviveSecrets` at all: most lines do not. */
export function holdsMarks(line: string): boolean {
  return line.includes('"$sensitive"') || line.includes('"$plain"')
}

function saltOf(mark: {readonly [key: string]: Value}, salt: string): string {
  return typeof mark['$salt'] === 'string' ? mark['$salt'] : salt
}

function looksLikeMark(value: {readonly [key: string]: Value}): boolean {
  return '$sensitive' in value || '$plain' in value
}

/** By `fromEntries`, which defines a key `__proto__` where an assignment would set the prototype. */
function mapValues(
  value: {readonly [key: string]: Value},
  map: (item: Value) => Value,
): {readonly [key: string]: Value} {
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, map(item)]))
}
