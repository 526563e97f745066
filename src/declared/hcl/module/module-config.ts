import type {Json} from '../../../model/value.ts'
import type {Expression} from '../expression/expression.ts'
import {isJsonObject, type JsonObject} from '../parse/parsed-file.ts'
import type {ModuleSource, NamedFile} from '../parse/parse-module.ts'
import type {ModulePositions} from '../positions/locate.ts'
import {ignoresIn, type ModuleIgnores} from './inline-ignores.ts'

/** The blocks of one module by what they are, with override files merged in. Nothing is evaluated yet. */
export interface ModuleConfig {
  /** As a person would write it: relative to where the root was given. */
  readonly directory: string
  readonly positions: ModulePositions
  readonly ignores: ModuleIgnores
  readonly templates: ReadonlyMap<string, Expression>
  readonly variables: ReadonlyMap<string, Block>
  readonly locals: ReadonlyMap<string, Json>
  readonly outputs: ReadonlyMap<string, Block>
  readonly resources: readonly ResourceBlock[]
  readonly calls: ReadonlyMap<string, Block>
  readonly providers: readonly ProviderBlock[]
  /** Local names of providers to their source: `aws` to `hashicorp/aws`. */
  readonly requiredProviders: ReadonlyMap<string, string>
  readonly moved: readonly Block[]
  readonly removed: readonly Block[]
  readonly imports: readonly Block[]
  readonly backend?: {readonly type: string; readonly block: Block}
  /** Where HCP Terraform keeps the state. */
  readonly cloud?: Block
}

export interface Block {
  readonly body: JsonObject
  readonly file: string
}

export interface ResourceBlock extends Block {
  readonly mode: 'managed' | 'data'
  readonly type: string
  readonly name: string
}

export interface ProviderBlock extends Block {
  readonly name: string
}

export function moduleConfig(directory: string, {primary, overrides}: ModuleSource): ModuleConfig {
  const positions = {primary: primary.map((file) => file.positions), overrides: overrides.map((file) => file.positions)}
  const labelled = (type: string) => mergedBlocks(type, primary, overrides)
  const unlabelled = (type: string) => primary.flatMap((file) => bodiesOf(file, file.body[type]))
  const terraform = [...unlabelled('terraform'), ...overrides.flatMap((file) => bodiesOf(file, file.body['terraform']))]
  const backend = backendOf(terraform)
  const cloud = cloudOf(terraform)
  return {
    directory,
    positions,
    ignores: ignoresIn(positions),
    templates: new Map([...primary, ...overrides].flatMap(({templates}) => Object.entries(templates))),
    variables: labelled('variable'),
    outputs: labelled('output'),
    calls: labelled('module'),
    locals: localsOf([...primary, ...overrides]),
    resources: [...resourcesOf('resource', primary, overrides), ...resourcesOf('data', primary, overrides)],
    providers: providersOf(primary, overrides),
    requiredProviders: requiredProvidersOf(terraform),
    moved: unlabelled('moved'),
    removed: unlabelled('removed'),
    imports: unlabelled('import'),
    ...(backend ? {backend} : {}),
    ...(cloud ? {cloud} : {}),
  }
}

function bodiesOf(file: NamedFile, content: Json | undefined): Block[] {
  return (Array.isArray(content) ? content : []).filter(isJsonObject).map((body) => ({body, file: file.file}))
}

function entriesOf(content: Json | undefined): [string, Json][] {
  return isJsonObject(content) ? Object.entries(content) : []
}

/** Blocks with one label. Where a name is declared twice, which Terraform refuses, the first counts. */
function mergedBlocks(
  type: string,
  primary: readonly NamedFile[],
  overrides: readonly NamedFile[],
): Map<string, Block> {
  const blocks = new Map<string, Block>()
  for (const [name, block] of namedBlocks(type, primary)) if (!blocks.has(name)) blocks.set(name, block)
  for (const [name, block] of namedBlocks(type, overrides)) blocks.set(name, overridden(blocks.get(name), block))
  return blocks
}

function namedBlocks(type: string, files: readonly NamedFile[]): [string, Block][] {
  return files.flatMap((file) =>
    entriesOf(file.body[type]).flatMap(([name, content]) =>
      bodiesOf(file, content).map((block): [string, Block] => [name, block]),
    ),
  )
}

/** https://developer.hashicorp.com/terraform/language/files/override#merging-behavior */
function overridden<T extends Block>(base: T | undefined, override: T): T {
  return base ? {...base, body: {...base.body, ...withLifecycle(base, override)}} : override
}

/** `lifecycle` alone is merged argument by argument. */
function withLifecycle(base: Block, override: Block): JsonObject {
  const [before] = bodiesIn(base.body['lifecycle'])
  const [after] = bodiesIn(override.body['lifecycle'])
  return before && after ? {...override.body, lifecycle: [{...before, ...after}]} : override.body
}

function bodiesIn(content: Json | undefined): JsonObject[] {
  return (Array.isArray(content) ? content : []).filter(isJsonObject)
}

function resourcesOf(
  block: 'resource' | 'data',
  primary: readonly NamedFile[],
  overrides: readonly NamedFile[],
): ResourceBlock[] {
  const mode = block === 'data' ? 'data' : 'managed'
  const found = new Map<string, ResourceBlock>()
  const each = (files: readonly NamedFile[], visit: (key: string, resource: ResourceBlock) => void) => {
    for (const file of files) {
      for (const [type, names] of entriesOf(file.body[block])) {
        for (const [name, content] of entriesOf(names)) {
          for (const body of bodiesOf(file, content)) visit(`${type}.${name}`, {...body, mode, type, name})
        }
      }
    }
  }
  each(primary, (key, resource) => found.has(key) || found.set(key, resource))
  each(overrides, (key, resource) => found.set(key, overridden(found.get(key), resource)))
  return [...found.values()]
}

function providersOf(primary: readonly NamedFile[], overrides: readonly NamedFile[]): ProviderBlock[] {
  const list = (files: readonly NamedFile[]) =>
    namedBlocks('provider', files).map(([name, block]): ProviderBlock => ({...block, name}))
  const providers = new Map(list(primary).map((provider) => [providerKey(provider), provider]))
  for (const provider of list(overrides)) {
    providers.set(providerKey(provider), overridden(providers.get(providerKey(provider)), provider))
  }
  return [...providers.values()]
}

/** `aws`, `aws.west`: how resources and module calls refer to a provider configuration. */
export function providerKey({name, body}: ProviderBlock): string {
  const alias = body['alias']
  return typeof alias === 'string' ? `${name}.${alias}` : name
}

function localsOf(files: readonly NamedFile[]): Map<string, Json> {
  return new Map(files.flatMap((file) => bodiesOf(file, file.body['locals']).flatMap(({body}) => Object.entries(body))))
}

function requiredProvidersOf(terraform: readonly Block[]): Map<string, string> {
  const required = terraform
    .flatMap(({body}) => bodiesIn(body['required_providers']))
    .flatMap((body) => Object.entries(body))
  return new Map(
    required.flatMap(([name, demand]): [string, string][] => {
      const source = isJsonObject(demand) ? demand['source'] : undefined
      return typeof source === 'string' ? [[name, source]] : []
    }),
  )
}

function backendOf(terraform: readonly Block[]): ModuleConfig['backend'] {
  for (const {body, file} of terraform.toReversed()) {
    for (const [type, content] of entriesOf(body['backend'])) {
      return {type, block: {body: bodiesIn(content)[0] ?? {}, file}}
    }
  }
  return undefined
}

function cloudOf(terraform: readonly Block[]): Block | undefined {
  const blocks = terraform.flatMap(({body, file}) =>
    bodiesIn(body['cloud']).map((cloud): Block => ({body: cloud, file})),
  )
  return blocks.at(-1)
}
