import {Unknown, type ValueRecord} from '../../../model/value.ts'
import {leaveOpen, openLike} from '../expression/lazy-object.ts'
import {isList, isObject, type LanguageObject, type LanguageValue} from '../language-value.ts'

/** What is known of attributes that the configuration does not set. */
export interface Computed {
  /** Why they are unknown, where the state does not have them either. */
  readonly reason: string
  readonly reference: string
  readonly recorded: ValueRecord | undefined
}

/** A resource as others can refer to it: what is configured, else what the state records, else unknown. */
export function overlay(configured: LanguageObject, {reason, reference, recorded = {}}: Computed): LanguageObject {
  const merged: Record<string, LanguageValue> = {...(recorded as LanguageObject)}
  for (const [name, value] of Object.entries(configured)) {
    merged[name] = blocks(value, merged[name], {reason, reference: `${reference}.${name}`})
  }
  return openLike(merged, configured, {reason, reference})
}

type Open = {readonly reason: string; readonly reference: string}

/** Nested blocks have computed attributes too. A single one is the recorded one; of many nobody knows which is which. */
function blocks(value: LanguageValue, recorded: LanguageValue | undefined, open: Open): LanguageValue {
  if (!isList(value) || value.length === 0 || !value.every((item) => isObject(item))) return value
  const [before] = recorded !== undefined && isList(recorded) && recorded.length === 1 ? recorded : []
  const only = value.length === 1 && before !== undefined && isObject(before) ? before : {}
  return value.map((item, index) => leaveOpen({...only, ...item}, {...open, reference: `${open.reference}[${index}]`}))
}

/** A data source is what was read last, but for what is known without reading it; without a state nobody has read it. */
export function readValue(
  recorded: ValueRecord | undefined,
  {configured, known}: {readonly configured: LanguageObject; readonly known: LanguageObject},
  reference: string,
): LanguageObject {
  const reason = 'a data source is read when the configuration is applied'
  const values = recorded ? {...(recorded as LanguageObject), ...known} : {...configured}
  return leaveOpen(values, {reason, reference})
}

export function unknownResource(unknown: Unknown, reference: string): Unknown {
  return new Unknown(`how many there are is unknown: ${unknown.reason}`, unknown.reference ?? reference)
}
