import {isRecord, type Json} from '../../model/value.ts'
import {recordAt} from './document.ts'
import type {JsonRecord} from './projector.ts'

/** CloudFront's lists: `{"quantity": 2, "items": [...]}`, without items where there are none. */
export function itemsOf(record: JsonRecord, key: string): readonly Json[] {
  const {items} = recordAt(record, key)
  return Array.isArray(items) ? items : []
}

export function recordItems(record: JsonRecord, key: string): readonly JsonRecord[] {
  return itemsOf(record, key).filter((item): item is JsonRecord => isRecord(item))
}
