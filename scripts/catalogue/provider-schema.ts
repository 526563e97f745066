import {readFileSync} from 'node:fs'

interface Attribute {
  readonly Computed?: boolean
  readonly computed?: boolean
  readonly Sensitive?: boolean
  readonly sensitive?: boolean
}

interface Block {
  readonly Attributes?: Readonly<Record<string, Attribute>>
  readonly attributes?: Readonly<Record<string, Attribute>>
  readonly BlockTypes?: Readonly<Record<string, Nested>>
  readonly block_types?: Readonly<Record<string, Nested>>
}

/** driftctl's form leaves out the level that says how often a block may occur. */
interface Nested extends Block {
  readonly Block?: Block
  readonly block?: Block
}

type Schemas = Readonly<Record<string, Nested>>

/** What a provider schema alone tells of a type. */
export interface TypeFacts {
  /**
   * Attributes that the provider never chooses: null in a state then means that nothing is set. Of blocks no schema says so, hence
   * nothing of their members either: https://developer.hashicorp.com/terraform/cli/commands/providers/schema
   */
  readonly neverComputed: readonly string[]
  /** Dotted paths, through blocks as well. */
  readonly sensitive?: readonly string[]
}

/** @param file in the form of `terraform providers schema -json`, or of driftctl's test data */
export function readSchema(file: string): ReadonlyMap<string, TypeFacts> {
  const read = JSON.parse(readFileSync(file, 'utf8')) as Schemas & {
    readonly provider_schemas?: Readonly<Record<string, {readonly resource_schemas?: Schemas}>>
  }
  const [provider] = Object.values(read.provider_schemas ?? {})
  const types = Object.entries(provider?.resource_schemas ?? read).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return new Map(types.map(([type, schema]) => [type, factsOf(blockOf(schema))]))
}

function factsOf(block: Block): TypeFacts {
  const settled = Object.entries(attributesOf(block)).filter(([, each]) => !(each.Computed ?? each.computed))
  const sensitive = sensitiveIn(block, '')
  return {
    neverComputed: settled.map(([name]) => name).toSorted(),
    ...(sensitive.length > 0 ? {sensitive: sensitive.toSorted()} : {}),
  }
}

function sensitiveIn(block: Block, prefix: string): readonly string[] {
  const own = Object.entries(attributesOf(block)).filter(([, each]) => each.Sensitive ?? each.sensitive)
  const nested = Object.entries(block.BlockTypes ?? block.block_types ?? {})
  return [
    ...own.map(([name]) => prefix + name),
    ...nested.flatMap(([name, inner]) => sensitiveIn(blockOf(inner), `${prefix}${name}.`)),
  ]
}

function attributesOf({Attributes, attributes = {}}: Block): Readonly<Record<string, Attribute>> {
  return Attributes ?? attributes
}

function blockOf(nested: Nested): Block {
  return nested.Block ?? nested.block ?? nested
}
