import type {Json} from '../../../model/value.ts'
import type {Parser} from './hcl2json.ts'
import {normaliseJsonSyntax} from './json-syntax.ts'
import {checkNesting} from './limits.ts'
import {isJsonObject, type JsonObject, type ParsedFile} from './parsed-file.ts'
import {compileTemplates, isTemplate} from './templates.ts'

/** @throws the parser's error, with the place in its message */
export async function parseText(file: string, text: string, parser: Parser): Promise<ParsedFile> {
  const body = file.endsWith('.json') ? jsonBody(file, JSON.parse(text)) : await nativeBody(file, text, parser)
  const templates = await compileTemplates(textsIn(body), parser)
  return {body, templates: Object.fromEntries(templates)}
}

/** Files of variables have no blocks. */
function jsonBody(file: string, content: unknown): JsonObject {
  if (!file.endsWith('.tfvars.json')) return normaliseJsonSyntax(content)
  return isJsonObject(content) ? content : {}
}

async function nativeBody(file: string, text: string, parser: Parser): Promise<JsonObject> {
  checkNesting(text)
  const body = await parser.parse(file, text)
  return isJsonObject(body) ? body : {}
}

function* textsIn(json: Json): Generator<string> {
  if (typeof json === 'string') {
    if (isTemplate(json)) yield json
  } else if (typeof json === 'object' && json !== null) {
    for (const [key, value] of Object.entries(json)) {
      if (isTemplate(key)) yield key
      yield* textsIn(value)
    }
  }
}
