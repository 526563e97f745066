import type {Json} from '../../../model/value.ts'
import type {Expression} from '../expression/expression.ts'

/** One file of a module. Plain JSON, so that it can be cached. */
export interface ParsedFile {
  /** Blocks by type and labels, each a list of bodies, as hcl2json gives them. */
  readonly body: JsonObject
  /** The expressions behind the texts in `body`. */
  readonly templates: Readonly<Record<string, Expression>>
}

export interface JsonObject {
  readonly [key: string]: Json
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
