import type {Json} from '../../../model/value.ts'
import {isJsonObject, type JsonObject} from './parsed-file.ts'

/** How many labels stand before the body of a block; `backend` and `provisioner` are inside of others. */
const labels: Readonly<Record<string, number>> = {
  check: 1,
  data: 2,
  ephemeral: 2,
  import: 0,
  locals: 0,
  module: 1,
  moved: 0,
  output: 1,
  provider: 1,
  removed: 0,
  resource: 2,
  terraform: 0,
  variable: 1,
}

/**
 * Terraform's JSON syntax in the form that hcl2json gives native syntax: every block a list of bodies, comments gone, and names
 * that stand as plain strings written as references. https://developer.hashicorp.com/terraform/language/syntax/json
 */
export function normaliseJsonSyntax(root: unknown): JsonObject {
  const result: Record<string, Json> = {}
  for (const top of bodies(root)) {
    for (const [type, content] of Object.entries(top)) {
      const depth = labels[type]
      if (depth !== undefined) result[type] = merged(result[type], normalise(content, depth, type))
    }
  }
  return result
}

function normalise(content: Json, depth: number, type: string): Json {
  if (depth === 0) return bodies(content).map((body) => withReferences(body, type))
  const result: Record<string, Json> = {}
  for (const labelled of bodies(content)) {
    for (const [label, inner] of Object.entries(labelled)) {
      if (label !== '//') result[label] = merged(result[label], normalise(inner, depth - 1, type))
    }
  }
  return result
}

function merged(before: Json | undefined, after: Json): Json {
  if (before === undefined) return after
  if (Array.isArray(before) && Array.isArray(after)) return [...before, ...after]
  if (!isJsonObject(before) || !isJsonObject(after)) return after
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  return Object.fromEntries([...keys].map((key) => [key, merged(before[key], after[key] ?? [])]))
}

/** A block may be given once as an object, or many times as a list of objects. */
function bodies(content: unknown): JsonObject[] {
  return (Array.isArray(content) ? content : [content]).filter(isJsonObject)
}

const references: Readonly<Record<string, readonly string[]>> = {
  data: ['provider'],
  import: ['to', 'provider'],
  moved: ['from', 'to'],
  removed: ['from'],
  resource: ['provider'],
  variable: ['type'],
}

function withReferences(body: JsonObject, type: string): JsonObject {
  const entries = Object.entries(body).filter(([name]) => name !== '//')
  return Object.fromEntries(
    entries.map(([name, value]) => [name, references[type]?.includes(name) ? asReference(value) : value]),
  )
}

function asReference(value: Json): Json {
  return typeof value === 'string' && !value.includes('${') ? `\${${value}}` : value
}
