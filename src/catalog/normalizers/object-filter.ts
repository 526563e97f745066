import {isArray, isRecord, type Json} from '../../model/value.ts'
import {byForm} from './normalizer.ts'
import {unorderedForm} from './unordered.ts'

type JsonRecord = {readonly [key: string]: Json}

/**
 * The filter of a replication rule: one criterion stands alone (`{Prefix}`, `{TagFilter}`), several inside `And`; no filter, an empty
 * one and an empty prefix all mean every object
 * (https://docs.aws.amazon.com/AmazonS3/latest/API/API_ReplicationRuleFilter.html).
 */
export const objectFilter = byForm((value) => {
  const filter = recordOf(value)
  const and = recordOf(filter['And'])
  const tags = [filter['TagFilter'], filter['TagFilters'], and['TagFilters']].flatMap((tag) => listOf(tag))
  return unorderedForm({Prefix: filter['Prefix'] || and['Prefix'] || '', Tags: tags})
})

function recordOf(value: Json | undefined): JsonRecord {
  return value !== undefined && isRecord(value) ? value : {}
}

function listOf(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return []
  return isArray(value) ? value : [value]
}
