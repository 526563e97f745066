import {Sensitive, Unknown, type Value} from '../../../model/value.ts'
import type {LanguageValue} from '../language-value.ts'

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
