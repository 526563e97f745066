import {Sensitive, Unknown, type Value} from '../../../model/value.ts'
import {isList, isObject, LanguageSet, type LanguageValue} from '../language-value.ts'

/** Secrecy spreads: whatever is computed from a secret is one. */
export function secret(value: LanguageValue): LanguageValue {
  return value instanceof Unknown ? value : Sensitive.of(value as Value)
}

export function reveal(value: LanguageValue): LanguageValue {
  if (!(value instanceof Sensitive)) return value
  return (value.reveal() as LanguageValue | undefined) ?? new Unknown('no more than a digest of the secret is known')
}

/** Computes with the plain values; one unknown among them decides, secrecy is put back on the result. */
export function lift(
  values: readonly LanguageValue[],
  compute: (...plain: readonly LanguageValue[]) => LanguageValue,
): LanguageValue {
  const isSecret = values.some((value) => value instanceof Sensitive)
  const plain = isSecret ? values.map(reveal) : values
  const result = plain.find((value) => value instanceof Unknown) ?? compute(...plain)
  return isSecret ? secret(result) : result
}

/** The first unknown inside of a value. */
export function unknownIn(value: LanguageValue): Unknown | undefined {
  if (value instanceof Unknown) return value
  if (value instanceof Sensitive) return unknownIn(reveal(value))
  if (value instanceof LanguageSet) return firstUnknown(value.elements)
  if (isList(value)) return firstUnknown(value)
  return isObject(value) ? firstUnknown(Object.values(value)) : undefined
}

function firstUnknown(values: readonly LanguageValue[]): Unknown | undefined {
  for (const value of values) {
    const unknown = unknownIn(value)
    if (unknown) return unknown
  }
  return undefined
}
