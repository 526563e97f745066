import {said} from './document.ts'
import type {JsonRecord} from './projector.ts'

/** With keys in lower case: how the capitals at the start of an RDS name come out (`dBSubnetGroupName`, `dbsubnetGroup`) differs between documents. */
export function folded(record: JsonRecord): JsonRecord {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key.toLowerCase(), value]))
}

/** Of a folded record, the members that are named alike in the API and in CloudFormation. */
export function sameName(record: JsonRecord, names: readonly string[]): JsonRecord {
  return said(Object.fromEntries(names.map((name) => [name, record[name.toLowerCase()]])))
}
