import {scalarsAsText} from './exact.ts'
import {byDocumentForm} from './normalizer.ts'

/** The same JSON document, as text (indented or not, keys in any order) or already parsed; arrays keep their order. */
export const jsonDocument = byDocumentForm(scalarsAsText)
