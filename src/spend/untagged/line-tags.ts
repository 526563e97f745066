import {isRecord} from '../../model/value.ts'
import {tagsNotInBill} from '../charges/charge-line.ts'
import type {Value} from '../../model/value.ts'

/** How a key stands on a line. `variant`: a key that differs in case or punctuation only, where the format would keep the difference. */
export type TagOnLine =
  | {readonly is: 'absent'}
  | {readonly is: 'value'; readonly value: string}
  | {readonly is: 'variant'; readonly key: string}

/** The tags of a line, as its bill spells them. */
export class LineTags {
  /** Keys without a value are there, too: a legacy report has a column for every key that is activated. */
  readonly #raw: ReadonlyMap<string, string | null>
  /** Parquet and the maps of CUR 2.0 lower-case keys and write `_` for punctuation; CSV and FOCUS keep them. */
  readonly #bySqueezed: ReadonlyMap<string, readonly string[]>
  readonly known: boolean

  constructor(text: string) {
    this.known = text !== tagsNotInBill
    this.#raw = new Map(this.known ? entriesOf(text) : [])
    this.#bySqueezed = Map.groupBy(this.#raw.keys(), (key) => squeezed(bare(key)))
  }

  find(key: string): TagOnLine {
    for (const exact of exactSpellings(key)) {
      const value = this.#raw.get(exact)
      if (value !== undefined && value !== null) return {is: 'value', value}
    }
    const alike = (this.#bySqueezed.get(squeezed(key)) ?? []).filter((raw) => isOwnTag(raw, key))
    const found = alike.find((raw) => this.#raw.get(raw) !== null)
    if (found === undefined) return {is: 'absent'}
    return isLossy(found) ? {is: 'value', value: this.#raw.get(found) ?? ''} : {is: 'variant', key: bare(found)}
  }

  /** Whether the bill has the key at all, with or without a value here. */
  has(key: string): boolean {
    return (this.#bySqueezed.get(squeezed(key)) ?? []).some((raw) => isOwnTag(raw, key))
  }
}

/**
 * How a bill may spell a key: as it is (FOCUS), with the prefix of whose key it is (`user:` in CSV), and that of the column `tags` of
 * CUR 2.0.
 */
function exactSpellings(key: string): readonly string[] {
  return key.startsWith('aws:')
    ? [key, `resourceTag/${key}`]
    : [key, `user:${key}`, `user_${key}`, `resourceTag/${key}`, `resourceTag/user:${key}`, `resourceTag/user_${key}`]
}

/** What the text of `tags` holds where a line has the key: to look for it in all lines of a bill. */
export function textsOfKey(key: string): readonly string[] {
  const lossy = key
    .replaceAll(/[^A-Za-z0-9]+/g, '_')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
  const spellings = [
    ...exactSpellings(key),
    `user_${lossy}`,
    `user_${lossy.replaceAll('_', '')}`,
    `resourceTag/user_${lossy}`,
  ]
  return spellings.map((spelling) => JSON.stringify(spelling))
}

/** Tags of the account, of users and roles, and cost categories are other things than tags of the resource. */
function isOwnTag(raw: string, key: string): boolean {
  return !/^(?:accountTag|userAttribute|iamPrincipal|costCategory)\//.test(raw) && key.startsWith('aws:') === isAws(raw)
}

function isAws(raw: string): boolean {
  return /^(?:resourceTag\/)?aws[:_]/.test(raw)
}

function isLossy(raw: string): boolean {
  return /^(?:resourceTag\/)?(?:user|aws)_[a-z0-9_]*$/.test(raw)
}

function bare(raw: string): string {
  return raw.replace(/^resourceTag\//, '').replace(/^user[:_]/, '')
}

function squeezed(key: string): string {
  return key.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
}

/** A bill's JSON is of texts; what is no JSON is a line without tags. */
function entriesOf(text: string): readonly (readonly [string, string | null])[] {
  if (text === '') return []
  let parsed: Value
  try {
    parsed = JSON.parse(text) as Value
  } catch {
    return []
  }
  const parts = Array.isArray(parsed) ? (parsed as readonly Value[]) : [parsed]
  return parts.flatMap((part) =>
    isRecord(part)
      ? Object.entries(part).map(
          ([key, value]) =>
            [key, typeof value === 'string' ? value : value === null ? null : JSON.stringify(value)] as const,
        )
      : [],
  )
}
