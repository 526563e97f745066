import type {LiveEvent} from '../../model/live.ts'
import {isRecord, type Value, type ValueRecord} from '../../model/value.ts'
import {eventKinds, noEvents, snapshotFormat, type EventCounts, type SnapshotHeader} from './format.ts'
import {holdsMarks, reviveSecrets} from './marks.ts'

/** A line's text as a JSON object; undefined where it is none. */
export function parseRecord(text: string): ValueRecord | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : undefined
  } catch {
    // The error of JSON.parse quotes the text, which may hold anything.
    return undefined
  }
}

/** Of any version: whether this one can be read is for the caller to say. */
export function headerOf(
  record: ValueRecord | undefined,
): (Omit<SnapshotHeader, 'version'> & {version: number}) | undefined {
  if (record?.['format'] !== snapshotFormat || typeof record['version'] !== 'number') return undefined
  return record as unknown as Omit<SnapshotHeader, 'version'> & {version: number}
}

/** @returns undefined for a record that is no event; the full schema is for tests and other tools, this is the fast part of it */
export function eventOf(record: ValueRecord, text: string, salt: string): LiveEvent | undefined {
  if (!hasShape[record['kind'] as LiveEvent['kind']]?.(record)) return undefined
  return (holdsMarks(text) ? reviveSecrets(record, salt) : record) as LiveEvent
}

/** The counts of an end line; undefined for any other. */
export function endOf(record: ValueRecord): EventCounts | undefined {
  if (record['kind'] !== 'end' || !isRecord(record['counts'])) return undefined
  const {counts} = record
  return {...noEvents(), ...(counts as EventCounts)}
}

export function sameCounts(a: EventCounts, b: EventCounts): boolean {
  return eventKinds.every((kind) => a[kind] === b[kind])
}

const hasShape: Readonly<Record<LiveEvent['kind'], (record: ValueRecord) => boolean>> = {
  object: ({object}) => isPlaced(object) && typeof object['id'] === 'string' && isRecord(object['properties']),
  scope: ({scope}) => isPlaced(scope) && (scope['sees'] === '*' || Array.isArray(scope['sees'])),
  'tagging-scope': ({location}) => isLocation(location),
  gap: ({gap}) => isRecord(gap) && typeof gap['reason'] === 'string' && isRecord(gap['hides']),
  tags: ({arn, tags}) => typeof arn === 'string' && isRecord(tags),
}

function isPlaced(value: Value | undefined): value is ValueRecord {
  return isRecord(value) && typeof value['type'] === 'string' && isLocation(value['location'])
}

function isLocation(value: Value | undefined): boolean {
  return isRecord(value) && ['partition', 'account', 'region'].every((part) => typeof value[part] === 'string')
}
