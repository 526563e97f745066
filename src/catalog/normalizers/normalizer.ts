import type {PartialLocation} from '../../model/location.ts'
import {deepEqual, type Json} from '../../model/value.ts'
import {parseDocument} from './json-text.ts'

/** Where the object lives: needed to tell `role/x` from `arn:aws:iam::123456789012:role/x`. */
export interface ComparisonContext {
  readonly location: PartialLocation
}

/**
 * Decides whether a declared and a live value mean the same to AWS. Pure, small, symmetric unless its file says why not; one file
 * `normalizers/<name>.ts` each, registered in `normalizers/index.ts`, with a table of equal and unequal pairs in
 * `fixtures/normalizers/<name>.json`. Neither side is null or absent: that is settled before a normaliser is asked.
 */
export type Normalizer = (declared: Json, live: Json, context: ComparisonContext) => boolean

type Form = (value: Json, context: ComparisonContext) => Json

/** A normaliser from a canonical form: two values are equal where they, or their forms, are deeply equal. */
export function byForm(form: Form): Normalizer {
  return (declared, live, context) =>
    deepEqual(declared, live) || deepEqual(form(declared, context), form(live, context))
}

/** The same for documents: each side is parsed once, and documents that are equal as they stand need no form. */
export function byDocumentForm(form: Form): Normalizer {
  const compare = byForm(form)
  return (declared, live, context) => compare(parseDocument(declared), parseDocument(live), context)
}
