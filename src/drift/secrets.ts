import {isArray, isRecord, Sensitive, Unknown, digestOf, type Json, type Value} from '../model/value.ts'

/**
 * Both sides as plain JSON for a normaliser. Secrets that a snapshot knows by digest alone become markers, and so does every
 * declared scalar with the same digest, wherever it stands: equal secrets are equal, and nothing else is.
 */
export function comparable(declared: Value, live: Value): readonly [Json, Json] {
  if (isPlain(declared) && isPlain(live)) return [declared, live]
  const digests = new Map<string, string>()
  collectDigests(live, digests)
  if (digests.size === 0) return [plain(declared), plain(live)]
  const [salt] = digests.values()
  const marked = (text: Json): Json => {
    const digest = digestOf(text, salt ?? '')
    return digests.has(digest) ? marker(digest) : text
  }
  return [plain(declared, marked), plain(live)]
}

function marker(digest: string): string {
  return `digest:${digest}`
}

function collectDigests(value: Value, into: Map<string, string>): void {
  if (value instanceof Sensitive) {
    if (value.salt !== undefined) into.set(value.digest(value.salt), value.salt)
  } else if (isArray(value)) {
    for (const item of value) collectDigests(item, into)
  } else if (isRecord(value)) {
    for (const item of Object.values(value)) collectDigests(item, into)
  }
}

function plain(value: Value, scalar: (value: Json) => Json = (same) => same): Json {
  if (value instanceof Unknown) return null
  if (value instanceof Sensitive) {
    return value.salt === undefined ? plain(value.reveal() ?? null, scalar) : marker(value.digest(value.salt))
  }
  if (isArray(value)) return value.map((item) => plain(item, scalar))
  if (isRecord(value)) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item, scalar)]))
  return scalar(value)
}

/** Nothing inside but JSON. */
function isPlain(value: Value): value is Json {
  if (value === null || typeof value !== 'object') return true
  if (value instanceof Sensitive || value instanceof Unknown) return false
  return isArray(value) ? value.every(isPlain) : Object.values(value).every(isPlain)
}

/** Whether a secret is somewhere inside. */
export function holdsSecret(value: Value | undefined): boolean {
  if (value instanceof Sensitive) return true
  if (isArray(value)) return value.some(holdsSecret)
  return isRecord(value) && Object.values(value).some(holdsSecret)
}
