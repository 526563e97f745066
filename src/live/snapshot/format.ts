import type {LiveEvent} from '../../model/live.ts'
import type {Location} from '../../model/location.ts'

/**
 * A snapshot is JSON Lines: a header, one live event a line, an end line with counts (so that a truncated file is told from a
 * whole one). `snapshot/schema.ts` holds the published schema of the lines. Secrets stand as `{"$sensitive": digest}`, salted
 * with the header's salt; a plain object that itself looks like a mark is wrapped as `{"$plain": object}`.
 */
export const snapshotFormat = 'trueup-snapshot'

/** Goes up when a reader of the former version would misread the file; a new optional member of a line does not count. */
export const snapshotVersion = 1

/** What the writer is told about the scan. */
export interface SnapshotOrigin {
  /** ISO 8601, UTC, from the injected clock. */
  readonly createdAt: string
  /** Version of trueup. */
  readonly trueup: string
  /** The places that were asked for, whether they answered or not. */
  readonly locations: readonly Location[]
}

export interface SnapshotHeader extends SnapshotOrigin {
  readonly format: typeof snapshotFormat
  readonly version: typeof snapshotVersion
  /** What is of no account comes first, then one account after another. Files of before lack it: no account is whole before their end. */
  readonly order?: 'account'
  /** Random, one a file: equal secrets in two snapshots have different digests. */
  readonly salt: string
}

export type EventCounts = Readonly<Record<LiveEvent['kind'], number>>

export interface SnapshotEnd {
  readonly kind: 'end'
  readonly counts: EventCounts
}

/** Every kind of event in the order of its lines in each account: what bounds the objects comes first, so that a reader can join as it streams. */
export const eventKinds = [
  'scope',
  'tagging-scope',
  'gap',
  'tags',
  'object',
] as const satisfies readonly LiveEvent['kind'][]

export function noEvents(): Record<LiveEvent['kind'], number> {
  return {scope: 0, 'tagging-scope': 0, gap: 0, tags: 0, object: 0}
}
