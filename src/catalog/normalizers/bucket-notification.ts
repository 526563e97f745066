import {isArray, isRecord, type Json} from '../../model/value.ts'
import {byForm} from './normalizer.ts'
import {unorderedForm} from './unordered.ts'

/** One event of a bucket's notification configuration; S3 answers with `Prefix` to a filter named `prefix`, and either way round. */
export const bucketNotification = byForm((value) => unorderedForm(withLowerNames(value)))

function withLowerNames(value: Json): Json {
  if (isArray(value)) return value.map((item) => withLowerNames(item))
  if (!isRecord(value)) return value
  const members = Object.entries(value).map(([name, member]): [string, Json] => {
    const lower = name === 'Name' && typeof member === 'string'
    return [name, lower ? member.toLowerCase() : withLowerNames(member)]
  })
  return Object.fromEntries(members)
}
