import {isRecord, type Json, type Value} from '../../model/value.ts'
import type {JsonRecord} from '../projectors/projector.ts'

/**
 * Config delivers objects, lists, booleans and null as JSON text here and there, access control lists even twice encoded
 * (https://github.com/cloud-custodian/cloud-custodian/blob/main/c7n/resources/s3.py, `load_resource`). Other text stays as it is:
 * a number or a word in quotes may be meant as text.
 */
function decodeJson(value: Json, depth = 2): Json {
  if (depth === 0 || typeof value !== 'string' || !encoded.test(value)) return value
  try {
    return decodeJson(JSON.parse(value) as Json, depth - 1)
  } catch {
    return value
  }
}

/** As a record: undefined where even the decoded value is none. */
export function decodeRecord(value: Value | undefined): JsonRecord | undefined {
  const decoded = value === undefined ? undefined : decodeJson(value as Json)
  return isRecord(decoded) ? decoded : undefined
}

/** Every member decoded, such as those of `supplementaryConfiguration`. */
export function decodeMembers(value: Value | undefined): JsonRecord {
  const record = decodeRecord(value) ?? {}
  return Object.fromEntries(Object.entries(record).map(([key, member]) => [key, decodeJson(member)]))
}

const encoded = /^\s*(\{|\[|"[[{]|(true|false|null)\s*$)/
