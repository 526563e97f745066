import {isArray, isEmpty, isRecord, type Value, type ValueRecord} from '../model/value.ts'

/** The nested blocks of an attribute: a list in states of the plugin SDK, an object where the framework allows one block at most. */
export function blocksOf(value: Value | undefined): readonly ValueRecord[] {
  const items = isArray(value) ? value : [value]
  return items.flatMap((item) => (isRecord(item) ? [item] : []))
}

/** The only block of an attribute; empty where there is none, so that reads can be chained. */
export function blockOf(value: Value | undefined): ValueRecord {
  return blocksOf(value)[0] ?? {}
}

/** The members that someone set: without null, "", [], {} and, as providers write an unset number, 0. */
export function declared(members: {readonly [name: string]: Value | undefined}): ValueRecord {
  const entries = Object.entries(members).filter(([, value]) => !isEmpty(value) && value !== 0 && value !== '0')
  return Object.fromEntries(entries) as ValueRecord
}

/** Terraform's map of tags as the list that CloudFormation has. */
export function tagFilters(tags: Value | undefined): readonly ValueRecord[] {
  return isRecord(tags) ? Object.entries(tags).map(([Key, value]) => ({Key, Value: value})) : []
}
