import {Sensitive, Unknown, type Value, type ValueRecord} from '../../../model/value.ts'
import {isList, isObject, LanguageSet, type LanguageObject, type LanguageValue} from '../language-value.ts'

/** A value of the language as the state would have it: sets are lists. */
function plainValue(value: LanguageValue): Value {
  if (value instanceof Unknown) return value
  if (value instanceof Sensitive) return Sensitive.of(plainValue(value.reveal() ?? null))
  if (value instanceof LanguageSet) return value.elements.map(plainValue)
  if (isList(value)) return value.map(plainValue)
  return isObject(value) ? plainRecord(value) : value
}

export function plainRecord(object: LanguageObject): ValueRecord {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, plainValue(value)]))
}
