import {Sensitive, Unknown, type Json} from '../../../model/value.ts'
import {define} from '../expression/constructors.ts'
import {entriesOf} from '../expression/for.ts'
import {reveal} from '../expression/marks.ts'
import {withVariables} from '../expression/scope.ts'
import {settle} from '../expression/settle.ts'
import type {LanguageObject, LanguageValue} from '../language-value.ts'
import {isJsonObject, type JsonObject} from '../parse/parsed-file.ts'
import {type BodyScope, expressionOf, jsonValue} from './json-value.ts'

/** Arguments of a block in the shape of the state: nested blocks are lists of objects, whatever is null is not set. */
export function evaluateBody(body: JsonObject, scope: BodyScope, except: ReadonlySet<string> = none): LanguageObject {
  const values: Record<string, LanguageValue> = {}
  for (const [name, json] of Object.entries(body)) {
    if (except.has(name) || name === 'dynamic') continue
    const value = isBlockList(json) ? json.map((block) => evaluateBody(block, scope)) : jsonValue(json, scope)
    if (value !== null) define(values, name, value)
  }
  for (const [type, block] of dynamicBlocks(body['dynamic'])) {
    define(values, type, joined(values[type], expand(type, block, scope)))
  }
  return values
}

const none: ReadonlySet<string> = new Set()

/** hcl2json writes blocks and lists of objects alike, and so does the state. */
function isBlockList(json: Json): json is JsonObject[] {
  return Array.isArray(json) && json.length > 0 && json.every((item) => isJsonObject(item))
}

function dynamicBlocks(dynamic: Json | undefined): [string, JsonObject][] {
  const labelled = Array.isArray(dynamic) ? dynamic.filter(isJsonObject) : isJsonObject(dynamic) ? [dynamic] : []
  return labelled.flatMap((labels) =>
    Object.entries(labels).flatMap(([type, blocks]) =>
      (Array.isArray(blocks) ? blocks : [blocks])
        .filter(isJsonObject)
        .map((block): [string, JsonObject] => [type, block]),
    ),
  )
}

/** https://developer.hashicorp.com/terraform/language/expressions/dynamic-blocks */
function expand(type: string, block: JsonObject, scope: BodyScope): LanguageValue {
  const collection = jsonValue(block['for_each'] ?? null, scope)
  const plain = reveal(collection)
  if (plain instanceof Unknown) return plain
  const entries = settle(() => entriesOf(plain).map(([key, value]) => ({key, value})))
  if (!Array.isArray(entries)) return entries
  const [content] = Array.isArray(block['content'])
    ? block['content'].filter(isJsonObject)
    : [block['content']].filter(isJsonObject)
  const name = iteratorName(type, block['iterator'], scope)
  return (entries as {key: LanguageValue; value: LanguageValue}[]).map(({key, value}) => {
    const element = collection instanceof Sensitive ? {key, value: Sensitive.of(value as never)} : {key, value}
    return evaluateBody(content ?? {}, {...withVariables(scope, {[name]: element}), templates: scope.templates})
  })
}

function iteratorName(type: string, iterator: Json | undefined, scope: BodyScope): string {
  if (typeof iterator !== 'string') return type
  const expression = expressionOf(iterator, scope)
  return expression.kind === 'traversal' ? expression.root : iterator
}

/** Static blocks of a type come before its dynamic ones here: their order in the source is lost in JSON. */
function joined(before: LanguageValue | undefined, blocks: LanguageValue): LanguageValue {
  if (before === undefined) return blocks
  return Array.isArray(before) && Array.isArray(blocks) ? [...before, ...blocks] : blocks
}

/** A block that is written once, as hcl2json gives it. */
export function firstBody(content: Json | undefined): JsonObject | undefined {
  const first: unknown = Array.isArray(content) ? content[0] : content
  return isJsonObject(first) ? first : undefined
}
