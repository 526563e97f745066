import {isArray, isPlain, isRecord, Sensitive, Unknown, digestOf, type Json, type Value} from '../model/value.ts'

/**
 * Both sides as plain JSON for a normaliser. Secrets that a snapshot knows by digest alone become markers, and so does every
 * declared scalar with the same digest, wherever it stands: equal secrets are equal, and nothing else is.
 */
export function comparable(declared: Value, live: Value): readonly [Json, Json] {
  if (isPlain(declared) && isPlain(live)) return [declared, live]
  const digests = new Map<string, string>()
  const salt = collectDigests(live, digests)
  if (salt === undefined) return [plain(declared), plain(live)]
  const marked = (text: Json): Json => {
    const known = digests.get(digestOf(text, salt))
    return known === undefined ? text : marker(known)
  }
  return [plain(declared, marked), plain(live)]
}

function marker(digest: string): string {
  return `digest:${digest}`
}

/**
 * @param into each digest of a secret, those of its other forms included, and the one that it is marked by
 * @returns the salt; one snapshot has one, but for secrets that it took over from another
 */
function collectDigests(value: Value, into: Map<string, string>): string | undefined {
  if (value instanceof Sensitive) {
    const {salt} = value
    if (salt === undefined) return undefined
    const digest = value.digest(salt)
    for (const each of [digest, ...value.otherDigests(salt)]) into.set(each, digest)
    return salt
  }
  const members = isArray(value) ? value : isRecord(value) ? Object.values(value) : []
  return members.map((item) => collectDigests(item, into)).find((salt) => salt !== undefined)
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

/** Whether a secret is somewhere inside. */
export function holdsSecret(value: Value | undefined): boolean {
  if (value instanceof Sensitive) return true
  if (isArray(value)) return value.some(holdsSecret)
  return isRecord(value) && Object.values(value).some(holdsSecret)
}
