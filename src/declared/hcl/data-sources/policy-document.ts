import {isArray, isRecord, type Json, type Value, type ValueRecord} from '../../../model/value.ts'
import {isJsonObject, type JsonObject} from '../parse/parsed-file.ts'
import {goJson} from './go-json.ts'

/**
 * The document of an aws_iam_policy_document, as the provider writes it: byte for byte, but for principals and conditions of one name in
 * several blocks, which it takes in an order of its own.
 * https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/iam/policy_document_data_source.go
 *
 * @param body known throughout, without secrets' wrappers
 * @throws Error with a reason, where the provider refuses the arguments
 */
export function policyDocument(body: ValueRecord): {readonly json: string; readonly minified_json: string} {
  if (texts(body['source_json']).length + texts(body['override_json']).length > 0) {
    throw new Error('source_json and override_json mean different things in different versions of the provider')
  }
  const document: Document = {version: '', id: '', statements: []}
  const sids = new Set<string>()
  for (const source of texts(body['source_policy_documents'])) {
    const parsed = parsedDocument(source)
    for (const sid of parsed.statements.map(sidOf)) rememberSid(sid, sids)
    merge(document, parsed)
  }
  merge(document, configuredDocument(body))
  for (const override of texts(body['override_policy_documents'])) merge(document, parsedDocument(override))
  const {id, version, statements} = document
  const written = {
    ...(version === '' ? {} : {Version: version}),
    ...(id === '' ? {} : {Id: id}),
    ...(statements.length === 0 ? {} : {Statement: statements}),
  }
  return {json: goJson(written, 2), minified_json: goJson(written)}
}

interface Document {
  version: string
  id: string
  readonly statements: JsonObject[]
}

/** Statements of one sid: the later one takes the place of the earlier. The greater version counts. */
function merge(document: Document, added: Document): void {
  if (added.id !== '') document.id = added.id
  if (added.version > document.version) document.version = added.version
  for (const statement of added.statements) {
    const sid = sidOf(statement)
    const index = sid === '' ? -1 : document.statements.findIndex((other) => sidOf(other) === sid)
    if (index < 0) document.statements.push(statement)
    else document.statements[index] = statement
  }
}

function rememberSid(sid: string, sids: Set<string>): void {
  if (sid !== '' && sids.has(sid)) throw new Error(`two statements have the sid ${sid}`)
  sids.add(sid)
}

function sidOf({Sid: sid}: JsonObject): string {
  return typeof sid === 'string' ? sid : ''
}

function configuredDocument(body: ValueRecord): Document {
  const version = text(body['version']) || '2012-10-17'
  const sids = new Set<string>()
  const statements = blocks(body['statement']).map((block) => {
    const statement = configuredStatement(block, version)
    rememberSid(sidOf(statement), sids)
    return statement
  })
  return {version, id: text(body['policy_id']), statements}
}

function configuredStatement(block: ValueRecord, version: string): JsonObject {
  const replaced = (name: string) => oneOrMany(texts(block[name]).map((item) => withVariables(item, version)))
  const members: [string, Json | undefined][] = [
    ['Sid', text(block['sid']) || undefined],
    ['Effect', text(block['effect']) || 'Allow'],
    ['Action', oneOrMany(texts(block['actions']))],
    ['NotAction', oneOrMany(texts(block['not_actions']))],
    ['Resource', replaced('resources')],
    ['NotResource', replaced('not_resources')],
    ['Principal', configuredPrincipals(blocks(block['principals']), version)],
    ['NotPrincipal', configuredPrincipals(blocks(block['not_principals']), version)],
    ['Condition', configuredConditions(blocks(block['condition']), version)],
  ]
  return present(members)
}

function present(members: readonly (readonly [string, Json | undefined])[]): JsonObject {
  return Object.fromEntries(members.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
}

/** Sets: one element is a text, more are in reverse order. */
function oneOrMany(items: readonly string[]): Json | undefined {
  const [only] = items
  if (items.length <= 1) return only
  return reverseOrder([...new Set(items)])
}

function reverseOrder(items: readonly string[]): readonly string[] {
  return items.toSorted((a, b) => Buffer.compare(Buffer.from(b), Buffer.from(a)))
}

/** `&{` stands for `${`, which Terraform would take for its own. */
function withVariables(item: string, version: string): string {
  if (version === '2008-10-17' && item.includes('&{')) throw new Error('version 2008-10-17 has no &{')
  return item.replaceAll('&{', '${')
}

function configuredPrincipals(principals: readonly ValueRecord[], version: string): Json | undefined {
  const entries = principals.map((block): [string, Json] => {
    const identifiers = texts(block['identifiers']).map((item) => withVariables(item, version))
    return [text(block['type']), oneOrMany(identifiers) ?? []]
  })
  return entries.length === 0 ? undefined : writtenPrincipals(entries)
}

function isAnyone(identifiers: Json): boolean {
  return identifiers === '*' || (isArray(identifiers) && identifiers.length === 1 && identifiers[0] === '*')
}

/** `{"*": "*"}` is written `"*"`. */
function writtenPrincipals(entries: readonly (readonly [string, Json])[]): Json {
  const [only] = entries
  if (entries.length === 1 && only?.[0] === '*' && isAnyone(only[1])) return '*'
  const byType = new Map<string, Json>()
  for (const [type, identifiers] of entries) {
    const before = byType.get(type)
    const added = isArray(identifiers) ? reverseOrder(identifiers as readonly string[]) : identifiers
    byType.set(type, before === undefined ? added : [before, added].flat())
  }
  return sorted([...byType])
}

function configuredConditions(conditions: readonly ValueRecord[], version: string): Json | undefined {
  const entries = conditions.map((block) => {
    const values = texts(block['values']).map((item) => withVariables(item, version))
    return [text(block['test']), text(block['variable']), values] as const
  })
  return entries.length === 0 ? undefined : writtenConditions(entries)
}

function writtenConditions(entries: readonly (readonly [string, string, readonly string[]])[]): JsonObject {
  const byTest = new Map<string, Map<string, string[]>>()
  for (const [test, variable, values] of entries) {
    const byVariable = byTest.get(test) ?? new Map<string, string[]>()
    byTest.set(test, byVariable.set(variable, [...(byVariable.get(variable) ?? []), ...values]))
  }
  const written = [...byTest].map(([test, byVariable]): [string, Json] => {
    const variables = [...byVariable].map(([name, values]): [string, Json] => [
      name,
      values.length === 1 ? (values[0] ?? '') : values,
    ])
    return [test, sorted(variables)]
  })
  return sorted(written)
}

function sorted(entries: readonly (readonly [string, Json])[]): JsonObject {
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** A document in JSON, with what the provider makes of it on the way. */
function parsedDocument(source: string): Document {
  const parsed = parse(source)
  const {Version: version, Id: id, Statement: statements = []} = parsed
  if (!Array.isArray(statements)) throw new Error('the statements of a document are no list')
  return {
    version: typeof version === 'string' ? version : '',
    id: typeof id === 'string' ? id : '',
    statements: statements.filter(isJsonObject).map(parsedStatement),
  }
}

function parse(source: string): JsonObject {
  try {
    const parsed: unknown = JSON.parse(source)
    if (isJsonObject(parsed)) return parsed
  } catch {
    // Told below.
  }
  throw new Error('a document is no JSON object')
}

const members = ['Sid', 'Effect', 'Action', 'NotAction', 'Resource', 'NotResource'] as const

function parsedStatement(statement: JsonObject): JsonObject {
  return present([
    ...members.map((name) => [name, statement[name] === '' ? undefined : statement[name]] as const),
    ['Principal', parsedPrincipals(statement['Principal'])],
    ['NotPrincipal', parsedPrincipals(statement['NotPrincipal'])],
    ['Condition', parsedConditions(statement['Condition'])],
  ])
}

function parsedPrincipals(principals: Json | undefined): Json | undefined {
  if (principals === undefined) return undefined
  if (typeof principals === 'string') return '*'
  return isJsonObject(principals) ? writtenPrincipals(Object.entries(principals)) : undefined
}

/** Numbers are lost on the way, as they are in the provider. */
function parsedConditions(conditions: Json | undefined): Json | undefined {
  if (!isJsonObject(conditions)) return undefined
  const entries = Object.entries(conditions).flatMap(([test, variables]) =>
    isJsonObject(variables)
      ? Object.entries(variables).flatMap(([name, values]) =>
          typeof values === 'number' ? [] : [[test, name, [values].flat().map(String)] as const],
        )
      : [],
  )
  return writtenConditions(entries)
}

function text(value: Value | undefined): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

function texts(value: Value | undefined): readonly string[] {
  if (value === undefined || value === null || value === '') return []
  return isArray(value) ? value.filter((item) => item !== null).map(text) : [text(value)]
}

function blocks(value: Value | undefined): readonly ValueRecord[] {
  return isArray(value)
    ? (value.filter((item) => isRecord(item)) as readonly ValueRecord[])
    : isRecord(value)
      ? [value]
      : []
}
