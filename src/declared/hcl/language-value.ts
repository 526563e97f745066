import {Sensitive, Unknown} from '../../model/value.ts'

/**
 * A value of the Terraform language while it is evaluated. Lists and tuples are arrays, maps and objects are records, numbers are
 * doubles (Terraform's have 512 bits: what does not fit a double exactly becomes unknown). Sets need a kind of their own: they
 * have no index, and `for_each` takes them. Unknown and secret parts may stand anywhere inside; secrecy is always a wrapper.
 */
export type LanguageValue =
  | null
  | boolean
  | number
  | string
  | readonly LanguageValue[]
  | LanguageSet
  | {readonly [key: string]: LanguageValue}
  | Unknown
  | Sensitive

export type LanguageObject = {readonly [key: string]: LanguageValue}

/** Elements are distinct, of one type, and in the order in which Terraform iterates them: `setOf` makes such sets. */
export class LanguageSet {
  readonly elements: readonly LanguageValue[]

  constructor(elements: readonly LanguageValue[]) {
    this.elements = elements
  }
}

export function isList(value: unknown): value is readonly LanguageValue[] {
  return Array.isArray(value)
}

export function isObject(value: unknown): value is LanguageObject {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof LanguageSet) &&
    !(value instanceof Unknown) &&
    !(value instanceof Sensitive)
  )
}
