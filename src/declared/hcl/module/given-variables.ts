import {readdir} from 'node:fs/promises'
import {join} from 'node:path'

import type {Gap} from '../../../model/gap.ts'
import type {Json} from '../../../model/value.ts'
import {Budget} from '../expression/budget.ts'
import type {Expression} from '../expression/expression.ts'
import {noFiles} from '../functions/function.ts'
import type {LanguageValue} from '../language-value.ts'
import type {ParseCache} from '../parse/parse-cache.ts'
import {gapOf, parseFile} from '../parse/parse-module.ts'
import type {NamedFile} from '../parse/parse-module.ts'
import {compileInThread} from '../parse/parsing.ts'
import {jsonValue} from './json-value.ts'
import type {ModuleConfig} from './module-config.ts'
import {variableType} from './variable.ts'

/** Where values of the root module's variables come from, besides the files that Terraform loads by itself. */
export interface VariableSources {
  /** What is left of `TF_VAR_name` behind the prefix. */
  readonly environment?: Readonly<Record<string, string>>
  /** `-var-file` and `-var name=value`, the files before the values. */
  readonly files?: readonly string[]
  readonly values?: Readonly<Record<string, string>>
}

/**
 * Later sources win: environment, terraform.tfvars, terraform.tfvars.json, *.auto.tfvars by name, -var-file, -var.
 * https://developer.hashicorp.com/terraform/language/values/variables#variable-definition-precedence
 */
export async function givenVariables(
  config: ModuleConfig,
  sources: VariableSources,
  cache: ParseCache,
): Promise<{
  readonly values: ReadonlyMap<string, LanguageValue>
  /** The file that says each of them; undefined for the environment and flags. */
  readonly files: ReadonlyMap<string, string | undefined>
  readonly gaps: readonly Gap[]
}> {
  const values = new Map<string, LanguageValue>()
  const files = new Map<string, string | undefined>()
  const gaps: Gap[] = []
  await addTexts(sources.environment ?? {}, config, values)
  for (const name of values.keys()) files.set(name, undefined)
  for (const file of [...(await automaticFiles(config.directory)), ...(sources.files ?? [])]) {
    try {
      const parsed = await parseFile(file, cache)
      addFile(parsed, values)
      for (const name of Object.keys(parsed.body)) files.set(name, file)
    } catch (error) {
      gaps.push(gapOf(file, error))
    }
  }
  await addTexts(sources.values ?? {}, config, values)
  for (const name of Object.keys(sources.values ?? {})) files.set(name, undefined)
  return {values, files, gaps}
}

async function automaticFiles(directory: string): Promise<string[]> {
  const names = await readdir(directory)
  const fixed = ['terraform.tfvars', 'terraform.tfvars.json'].filter((name) => names.includes(name))
  const automatic = names.filter((name) => /\.auto\.tfvars(?:\.json)?$/.test(name)).toSorted()
  return [...fixed, ...automatic].map((name) => join(directory, name))
}

function addFile({body, templates}: NamedFile, values: Map<string, LanguageValue>): void {
  const compiled = new Map(Object.entries(templates))
  for (const [name, json] of Object.entries(body)) values.set(name, literalValue(json, compiled))
}

/** A text is the value of a string; for all other types it is an expression. Names that nobody declares are left out, as Terraform does. */
async function addTexts(
  texts: Readonly<Record<string, string>>,
  config: ModuleConfig,
  values: Map<string, LanguageValue>,
): Promise<void> {
  for (const [name, text] of Object.entries(texts)) {
    const declared = config.variables.get(name)
    if (!declared) continue
    const {type} = declared.body
    const isText = type === undefined || ['string', 'number', 'bool'].includes(variableType(type, config).kind)
    values.set(name, isText ? text : await expressionValue(text))
  }
}

async function expressionValue(text: string): Promise<LanguageValue> {
  const template = `\${${text}}`
  return literalValue(template, await compileInThread([template]))
}

/** Values of variables cannot refer to anything. */
function literalValue(json: Json, templates: ReadonlyMap<string, Expression>): LanguageValue {
  const functions = noFiles
  return jsonValue(json, {templates, lookup: () => undefined, functions, budget: new Budget(1_000_000), strict: false})
}
