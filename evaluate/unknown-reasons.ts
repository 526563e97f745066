import type {DeclaredResource} from '../src/model/declared.ts'
import {isArray, isRecord, Sensitive, Unknown, type Value} from '../src/model/value.ts'

/** How often each reason makes a value unknown; names and numbers in it are left out. */
export function reasonsOf(resources: readonly DeclaredResource[]): Map<string, number> {
  const reasons = new Map<string, number>()
  for (const {attributes} of resources) {
    for (const {reason} of unknownsIn(attributes)) {
      const kind = reason.replaceAll(/"[^"]*"|\d+/g, '…').replace(/(depends on itself).*/s, '$1')
      reasons.set(kind, (reasons.get(kind) ?? 0) + 1)
    }
  }
  return reasons
}

export function* unknownsIn(value: Value): Generator<Unknown> {
  if (value instanceof Unknown) yield value
  else if (value instanceof Sensitive) yield* unknownsIn(value.reveal() ?? null)
  else if (isArray(value)) for (const item of value) yield* unknownsIn(item)
  else if (isRecord(value)) for (const item of Object.values(value)) yield* unknownsIn(item)
}
