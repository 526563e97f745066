import {canonicalJson, isArray} from '../../model/value.ts'
import {scalarsAsText} from './exact.ts'
import {byForm} from './normalizer.ts'

/** A list whose order means nothing; a scalar is a set of one. Elements count: `[a, a]` is not `[a]`. */
export const set = byForm((value) => {
  const items = isArray(value) ? value : [value]
  return items.map((item) => canonicalJson(scalarsAsText(item))).toSorted()
})
