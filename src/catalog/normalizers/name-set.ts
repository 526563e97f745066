import {isArray, isRecord, type Json} from '../../model/value.ts'
import {byForm} from './normalizer.ts'

/** Things known by their names alone, in any order and case: the applications of a cluster, to which EMR adds their versions. */
export const nameSet = byForm((value) => (isArray(value) ? value.map(nameOf).toSorted() : value))

function nameOf(item: Json): string {
  const name = isRecord(item) ? item['Name'] : item
  return typeof name === 'string' ? name.toLowerCase() : JSON.stringify(name)
}
