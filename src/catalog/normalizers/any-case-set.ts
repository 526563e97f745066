import {isArray} from '../../model/value.ts'
import {scalarsAsText} from './exact.ts'
import {byForm} from './normalizer.ts'

/** A list of words without order or case: names of HTTP headers, kinds of events. */
export const anyCaseSet = byForm((value) =>
  (isArray(value) ? value : [value]).map((item) => JSON.stringify(scalarsAsText(item)).toLowerCase()).toSorted(),
)
