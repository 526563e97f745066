import {isArray, isRecord, type Json} from '../../model/value.ts'
import {said} from './document.ts'
import type {JsonRecord} from './projector.ts'

/** Keys with their first letter in upper case, all the way down: most camelCase documents spell the CloudFormation names so. */
export function pascal(value: Json): Json {
  if (isArray(value)) return value.map((item) => pascal(item))
  if (!isRecord(value)) return value
  return pascalKeys(Object.fromEntries(Object.entries(value).map(([key, member]) => [key, pascal(member)])))
}

/** The same, at the first level alone: what is below may be names that people chose. */
export function pascalKeys(record: JsonRecord): JsonRecord {
  return said(Object.fromEntries(Object.entries(record).map(([key, member]) => [upperFirst(key), member])))
}

function upperFirst(key: string): string {
  return key.charAt(0).toUpperCase() + key.slice(1)
}
