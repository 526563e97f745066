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
  const others = secret.otherDigests(salt)
  return {
    $sensitive: secret.digest(salt),
    ...(others.length === 0 ? {} : {$also: others}),
    ...(foreign === undefined ? {} : {$salt: foreign}),
  }
}

/** Marks to secrets, for reading; the way back of `markSecrets`. */
export function reviveSecrets(value: Value, salt: string): Value {
  if (isArray(value)) return value.map((item) => reviveSecrets(item, salt))
  if (!isRecord(value)) return value
  if (isRecord(value['$plain'])) return mapValues(value['$plain'], (item) => reviveSecrets(item, salt))
  const {$sensitive: digest} = value
  if (typeof digest === 'string') return Sensitive.ofDigest(digest, saltOf(value, salt), othersOf(value))
  return mapValues(value, (item) => reviveSecrets(item, salt))
}

/**
 * Whether a line of text needs `reviveSecrets` at all: most lines do not. Without the quote before the name, which a line is full of, it is
 * found several times as fast.
 */
export function holdsMarks(line: string): boolean {
  return line.includes('$sensitive"') || line.includes('$plain"')
}

function saltOf(mark: {readonly [key: string]: Value}, salt: string): string {
  return typeof mark['$salt'] === 'string' ? mark['$salt'] : salt
}

function othersOf({$also}: {readonly [key: string]: Value}): readonly string[] {
  return isArray($also) ? $also.flatMap((digest) => (typeof digest === 'string' ? [digest] : [])) : []
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
