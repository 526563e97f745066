import type {z} from 'zod'

import type {PolicyDocument, PolicyPath, PolicyProblem} from './document.ts'
import {didYouMean} from './nearest.ts'
import {policyJsonSchema} from './schema.ts'

type Issue = z.core.$ZodIssue

/** What the schema finds wrong with a policy file, in words that name the place and what is allowed there. */
export function schemaProblems(
  issues: readonly Issue[],
  document: PolicyDocument,
  file: CheckedFile = {fields: policyJsonSchema(), root: 'policy'},
): readonly PolicyProblem[] {
  return issues.flatMap((issue) => problemsOf(issue, document, file))
}

/** What the file was checked against, and what it is called. */
export interface CheckedFile {
  readonly fields: z.core.JSONSchema.JSONSchema
  readonly root: string
}

function problemsOf(issue: Issue, document: PolicyDocument, {fields, root}: CheckedFile): readonly PolicyProblem[] {
  const path = pathText(issue.path, root)
  if (issue.code !== 'unrecognized_keys') {
    return [{source: document.at(issue.path), message: `${path}: ${messageOf(issue, document.data)}`}]
  }
  const allowed = fieldsAt(issue.path, fields as SchemaNode)
  return issue.keys.map((key) => ({
    source: document.at([...issue.path, key], 'key'),
    message: `${path}: unknown field "${key}"${didYouMean(key, allowed)}; allowed are ${allowed.join(', ')}`,
  }))
}

function messageOf(issue: Issue, data: unknown): string {
  const found = valueAt(data, issue.path)
  if (found === undefined) return 'is missing'
  if (issue.code === 'invalid_value')
    return `must be ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}`
  if (issue.code !== 'invalid_type') return issue.message
  const unquoted = issue.expected === 'string' && (typeof found === 'number' || typeof found === 'boolean')
  const quotes = unquoted ? '; put it in quotes' : ''
  return `must be ${expectedWords[issue.expected] ?? issue.expected}, not ${kindOf(found)}${quotes}`
}

const expectedWords: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
  object: 'a mapping of fields',
  record: 'a mapping',
  string: 'text',
}

function kindOf(value: unknown): string {
  if (value === null) return 'empty'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'a mapping' : typeof value === 'string' ? 'text' : `a ${typeof value}`
}

/** `rules[2].scope.types[0]`; the file itself is `policy`. */
export function pathText(path: PolicyPath, root = 'policy'): string {
  const text = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('')
  return text.replace(/^\./, '') || root
}

function valueAt(data: unknown, path: PolicyPath): unknown {
  return path.reduce<unknown>((value, step) => (value as Record<PropertyKey, unknown> | null | undefined)?.[step], data)
}

interface SchemaNode {
  readonly properties?: Readonly<Record<string, SchemaNode>>
  readonly items?: SchemaNode
}

/** The names that the published schema allows at a place. */
function fieldsAt(path: PolicyPath, start: SchemaNode): readonly string[] {
  const node = path.reduce<SchemaNode | undefined>(
    (schema, step) => (typeof step === 'number' ? schema?.items : schema?.properties?.[String(step)]),
    start,
  )
  return Object.keys(node?.properties ?? {})
}
