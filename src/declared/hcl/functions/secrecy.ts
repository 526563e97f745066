import {Sensitive, Unknown} from '../../../model/value.ts'
import type {Value} from '../../../model/value.ts'
import {isList, isObject, LanguageSet} from '../language-value.ts'
import type {LanguageValue} from '../language-value.ts'

/** The value without a wrapper around it; secrets deeper inside keep theirs. Known by its digest alone, a secret is an unknown. */
export function bare(value: LanguageValue): LanguageValue {
  if (!(value instanceof Sensitive)) return value
  const content = value.reveal()
  return content === undefined ? new Unknown('a secret that is known by its digest alone') : content
}

/** No wrapper left at any depth. */
export function bareThroughout(value: LanguageValue): LanguageValue {
  const inner = bare(value)
  return holds(inner, (part) => part instanceof Sensitive) ? mapParts(inner, bareThroughout) : inner
}

export function holdsSecret(value: LanguageValue): boolean {
  return holds(value, (part) => part instanceof Sensitive)
}

/** A secret that nobody knows is plainly unknown: its reason tells nothing of it. */
export function secret(value: LanguageValue): LanguageValue {
  return value instanceof Unknown ? value : Sensitive.of(value as Value)
}

/** Does to the content of a secret what is done to any other value. */
export function within(value: LanguageValue, change: (content: LanguageValue) => LanguageValue): LanguageValue {
  return value instanceof Sensitive ? secret(change(bare(value))) : change(value)
}

/** The first unknown at any depth, in secrets too. */
export function firstUnknown(value: LanguageValue): Unknown | undefined {
  const inner = bare(value)
  if (inner instanceof Unknown) return inner
  for (const part of partsOf(inner)) {
    const unknown = firstUnknown(part)
    if (unknown) return unknown
  }
  return undefined
}

function holds(value: LanguageValue, test: (part: LanguageValue) => boolean): boolean {
  return test(value) || partsOf(value).some((part) => holds(part, test))
}

function partsOf(value: LanguageValue): readonly LanguageValue[] {
  if (isList(value)) return value
  if (value instanceof LanguageSet) return value.elements
  return isObject(value) ? Object.values(value) : []
}

function mapParts(value: LanguageValue, change: (part: LanguageValue) => LanguageValue): LanguageValue {
  if (isList(value)) return value.map(change)
  if (value instanceof LanguageSet) return new LanguageSet(value.elements.map(change))
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, change(part)]))
}
