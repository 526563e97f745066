import {byDocumentForm} from './normalizer.ts'
import {unorderedForm} from './unordered.ts'

/** A JSON document, as text or parsed, in which no list has an order: lifecycle policies of a registry. */
export const unorderedDocument = byDocumentForm(unorderedForm)
