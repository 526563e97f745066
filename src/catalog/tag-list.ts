import {isArray, isRecord, type Json} from '../model/value.ts'

/** Terraform's map of tags as CloudFormation has it, a list of keys and values; anything else as it is. */
export function tagList(tags: Json): Json {
  return isRecord(tags) && !isArray(tags) ? Object.entries(tags).map(([Key, Value]) => ({Key, Value})) : tags
}
