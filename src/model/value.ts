import {createHash} from 'node:crypto'

/**
 * A value as Terraform or AWS gives it: plain JSON, in which any part may be an `Unknown` or a `Sensitive`. Plain JSON is a
 * `Value` as it stands, so nothing is copied on the way in. Absent is `undefined` (no such key), which is not `null`.
 */
export type Value = Json | Unknown | Sensitive | readonly Value[] | {readonly [key: string]: Value}

export type Json = null | boolean | number | string | readonly Json[] | {readonly [key: string]: Json}

export type ValueRecord = {readonly [key: string]: Value}

/** A value that cannot be known statically, why, and the reference that made it so (`data.aws_ami.gpu.id`). */
export class Unknown {
  readonly reason: string
  readonly reference: string | undefined

  constructor(reason: string, reference?: string) {
    this.reason = reason
    this.reference = reference
  }

  toJSON(): null {
    return null
  }
}

const hidden = '(sensitive)'

/**
 * A secret. It is compared in memory and can only be written as `(sensitive)`: JSON, string conversion and Node's
 * inspection all show that. A secret from a snapshot is known by its digest alone.
 */
export class Sensitive {
  readonly #content: KnownSecret | DigestedSecret

  private constructor(content: KnownSecret | DigestedSecret) {
    this.#content = content
  }

  /** @param forms other ways in which the other side may write the same secret: what an encoded text says, its hash */
  static of(value: Value, forms: readonly Value[] = []): Sensitive {
    return value instanceof Sensitive ? value : new Sensitive({value, forms})
  }

  /**
   * @param digest as `digestOf` makes it, with the salt of its snapshot
   * @param others likewise of its other forms
   */
  static ofDigest(digest: string, salt: string, others: readonly string[] = []): Sensitive {
    return new Sensitive({digest, salt, others})
  }

  /** The secret itself, for comparison only; `undefined` where no more than a digest is known. */
  reveal(): Value | undefined {
    return 'value' in this.#content ? this.#content.value : undefined
  }

  /** The salted digest, as snapshots hold it. */
  digest(salt: string): string {
    if ('digest' in this.#content) return this.#content.digest
    return digestOf(this.#content.value, salt)
  }

  /** The salted digests of its other forms. */
  otherDigests(salt: string): readonly string[] {
    if ('digest' in this.#content) return this.#content.others
    return this.#content.forms.map((form) => digestOf(form, salt))
  }

  /** The salt of the snapshot that the digest came from; `undefined` where the secret itself is known. */
  get salt(): string | undefined {
    return 'salt' in this.#content ? this.#content.salt : undefined
  }

  toJSON(): string {
    return hidden
  }

  toString(): string {
    return hidden
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return hidden
  }
}

interface KnownSecret {
  readonly value: Value
  readonly forms: readonly Value[]
}

interface DigestedSecret {
  readonly digest: string
  readonly salt: string
  readonly others: readonly string[]
}

/** SHA-256 over salt and canonical JSON (keys sorted), in hexadecimal. */
export function digestOf(value: Value, salt: string): string {
  return createHash('sha256').update(salt).update('\0').update(canonicalJson(value)).digest('hex')
}

/** JSON with sorted keys: equal values give equal text, whatever their key order. Secrets are revealed: never print it. */
export function canonicalJson(value: Value): string {
  if (value instanceof Sensitive) return canonicalJson(value.reveal() ?? null)
  if (value === null || typeof value !== 'object' || value instanceof Unknown) return JSON.stringify(value)
  if (isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  const keys = Object.keys(value).toSorted()
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] as Value)}`).join(',')}}`
}

export function isArray(value: unknown): value is readonly Value[] {
  return Array.isArray(value)
}

/** A JSON object: not null, not an array, and neither `Unknown` nor `Sensitive`. */
export function isRecord(value: unknown): value is ValueRecord {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Unknown) &&
    !(value instanceof Sensitive)
  )
}

/** Nothing that anyone set: absent, null, "", [], {}; not 0 and not false, which may be meant. */
export function isEmpty(value: Value | undefined): boolean {
  if (value === undefined || value === null || value === '') return true
  if (isArray(value)) return value.length === 0
  return isRecord(value) && Object.keys(value).length === 0
}

/** Deep equality of plain JSON; keys in any order. `Sensitive` and `Unknown` equal nothing but themselves. */
export function deepEqual(a: Value | undefined, b: Value | undefined): boolean {
  if (a === b) return true
  if (isArray(a)) return isArray(b) && a.length === b.length && a.every((item, index) => deepEqual(item, b[index]))
  if (!isRecord(a) || !isRecord(b)) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && deepEqual(a[key], b[key]))
}

/** Nothing inside but JSON. */
export function isPlain(value: Value): value is Json {
  if (value === null || typeof value !== 'object') return true
  if (value instanceof Sensitive || value instanceof Unknown) return false
  if (isArray(value)) return value.every(isPlain)
  for (const key in value) if (!isPlain(value[key] as Value)) return false
  return true
}

/** A list or a document of which one part is unknown is as good as unknown: what differs may be just that part. */
export function holdsUnknown(value: Value): boolean {
  if (value instanceof Unknown) return true
  if (isArray(value)) return value.some(holdsUnknown)
  return isRecord(value) && Object.values(value).some(holdsUnknown)
}
