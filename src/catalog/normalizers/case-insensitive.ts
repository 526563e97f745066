import {scalarsAsText} from './exact.ts'
import {byForm} from './normalizer.ts'
import {isArray, type Json} from '../../model/value.ts'

/** Names that the service folds to one case: identifiers, groups and windows of the RDS family, host names, enumerations. */
export const caseInsensitive = byForm(lowerCased)

function lowerCased(value: Json): Json {
  if (isArray(value)) return value.map((item) => lowerCased(item))
  const text = scalarsAsText(value)
  return typeof text === 'string' ? text.toLowerCase() : text
}
