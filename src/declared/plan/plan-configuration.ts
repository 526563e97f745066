import type {PartialLocation} from '../../model/location.ts'
import {partitionOf} from '../../model/location.ts'
import type {ProviderRef} from '../../model/declared.ts'
import type {Json} from '../../model/value.ts'
import {parseProvider} from '../state/provider-ref.ts'
import {type ConfigModule, isObject, type JsonObject, type PlanDocument, type ProviderConfig} from './plan-document.ts'

/** What the code behind a plan says of one resource block. */
export interface PlannedBlock {
  readonly provider: ProviderRef
  readonly providerLocation?: PartialLocation
  /** What the block sets, by attribute; undefined where the plan does not tell. */
  readonly expressions?: JsonObject
}

/** Finds the block of a resource by its module and its name, without keys of instances. */
export function blocksOf({
  configuration,
  variables,
}: PlanDocument): (module: string | undefined, name: string, providerName: string | undefined) => PlannedBlock {
  const providers = configuration?.provider_config ?? {}
  const blocks = new Map<string, PlannedBlock>()
  for (const {path, resource} of walk(configuration?.root_module ?? {}, '')) {
    const {provider_config_key: key, address, expressions} = resource
    const config = key === undefined ? undefined : providers[key]
    const location = config && locationOf(config, variables)
    blocks.set(`${path} ${address}`, {
      provider: parseProvider(providerText(config, undefined)),
      ...(location && {providerLocation: location}),
      ...(expressions && {expressions}),
    })
  }
  return (module, name, providerName) =>
    blocks.get(`${pathOf(module)} ${name}`) ?? {provider: parseProvider(providerText(undefined, providerName))}
}

type ConfigResource = NonNullable<ConfigModule['resources']>[number]

function* walk(
  module: ConfigModule,
  path: string,
): Generator<{readonly path: string; readonly resource: ConfigResource}> {
  for (const resource of module.resources ?? []) yield {path, resource}
  for (const [name, call] of Object.entries(module.module_calls ?? {})) {
    if (call.module) yield* walk(call.module, `${path}module.${name}.`)
  }
}

/** `module.a["x.y"].module.b[0]` as the code has it: `module.a.module.b.` */
function pathOf(module: string | undefined): string {
  const names = [...(module ?? '').matchAll(/module\.([\p{ID_Continue}-]+)(?:\[(?:"(?:[^"\\]|\\.)*"|\d+)\])?/gu)]
  return names.map(([, name]) => `module.${name}.`).join('')
}

/** As a state writes it, so that both are compared by the same text. */
function providerText(config: ProviderConfig | undefined, providerName: string | undefined): string {
  const name = config?.full_name ?? providerName ?? ''
  return name === '' ? '' : `provider["${name}"]${config?.alias === undefined ? '' : `.${config.alias}`}`
}

function locationOf({expressions}: ProviderConfig, variables: PlanDocument['variables']): PartialLocation | undefined {
  const region = constant(expressions?.['region'], variables)
  return typeof region === 'string' ? {region, partition: partitionOf(region)} : undefined
}

/** A constant, or a variable alone: the plan has the values of those. */
function constant(expression: Json | undefined, variables: PlanDocument['variables']): Json | undefined {
  if (!isObject(expression)) return undefined
  if ('constant_value' in expression) return expression['constant_value']
  const references = expression['references']
  const [reference, ...more] = Array.isArray(references) ? (references as readonly Json[]) : []
  const name = typeof reference === 'string' && more.length === 0 ? /^var\.([^.[]+)$/.exec(reference)?.[1] : undefined
  return name === undefined ? undefined : variables?.[name]?.value
}

/**
 * The part of a planned value that the code sets: what it leaves to the provider stands in the plan as it was read from AWS, which would
 * make every change by hand look like one that the code asks for.
 */
export function setInCode(values: JsonObject, expressions: JsonObject | undefined): JsonObject {
  if (expressions === undefined) return values
  const kept = Object.entries(values).flatMap(([name, value]) => {
    // Merged from the tags of the resource and those of the provider, by the provider.
    if (name === 'tags_all') return [[name, value] as const]
    const expression = expressions[name]
    return expression === undefined ? [] : [[name, partSet(value, expression)] as const]
  })
  return Object.fromEntries(kept)
}

/** An expression rather than a block; one that refers to nothing and yet is no constant (`tostring(1)`) is `{}`. */
function isLeaf(expression: Json): boolean {
  if (!isObject(expression)) return false
  return 'constant_value' in expression || 'references' in expression || Object.keys(expression).length === 0
}

function partSet(value: Json, expression: Json): Json {
  if (isLeaf(expression)) return value
  if (isObject(expression) && isObject(value)) return setInCode(value, expression)
  if (!Array.isArray(expression) || !Array.isArray(value)) {
    // A block that occurs at most once is an object in the code and a list of one in the value.
    if (isObject(expression) && Array.isArray(value) && value.length === 1)
      return [partSet(value[0] as Json, expression)]
    return value
  }
  const [items, expressions] = [value as readonly Json[], expression as readonly Json[]]
  return items.length === expressions.length ? items.map((item, at) => partSet(item, expressions[at] as Json)) : value
}
