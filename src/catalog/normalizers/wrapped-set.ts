import {isArray, isRecord, type Json} from '../../model/value.ts'
import {byForm} from './normalizer.ts'

/**
 * A set of texts, each of which CloudFormation may wrap into an object: `10.0.0.8` and `{PrivateIpAddress: '10.0.0.8', Primary: true}`,
 * `sg-1` and `{GroupId: 'sg-1'}`. Of an object its first text counts.
 */
export const wrappedSet = byForm((value): Json => {
  const items: readonly Json[] = isArray(value) ? value : [value]
  return items.map((item) => textOf(item)).toSorted()
})

function textOf(item: Json): string {
  const text = isRecord(item) ? Object.values(item).find((member) => typeof member === 'string') : item
  return typeof text === 'string' ? text : JSON.stringify(item)
}
