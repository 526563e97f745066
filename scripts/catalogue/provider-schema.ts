import {readFileSync} from 'node:fs'

interface Attribute {
  readonly Computed?: boolean
  readonly computed?: boolean
}

interface Block {
  readonly Attributes?: Readonly<Record<string, Attribute>>
  readonly attributes?: Readonly<Record<string, Attribute>>
  readonly BlockTypes?: Readonly<Record<string, {readonly Block?: Block}>>
  readonly NestedBlocks?: Readonly<Record<string, {readonly Block?: Block}>>
  readonly block_types?: Readonly<Record<string, {readonly block?: Block}>>
}

type Schemas = Readonly<Record<string, {readonly Block?: Block; readonly block?: Block}>>

/** Tells whether a schema knows the attribute and does not mark it as computed: null in a state then means that nothing is set. */
export function neverComputed(file: string | undefined): (type: string, attribute: string) => boolean {
  if (file === undefined) return () => false
  const read = JSON.parse(readFileSync(file, 'utf8')) as Schemas & {
    readonly provider_schemas?: Readonly<Record<string, {readonly resource_schemas?: Schemas}>>
  }
  const [provider] = Object.values(read.provider_schemas ?? {})
  const types = provider?.resource_schemas ?? read
  return (type, attribute) => {
    const found = attributeAt(types[type]?.Block ?? types[type]?.block, attribute.split('.'))
    return found !== undefined && found.Computed !== true && found.computed !== true
  }
}

function attributeAt(block: Block | undefined, [name = '', ...rest]: readonly string[]): Attribute | undefined {
  if (block === undefined) return undefined
  if (rest.length === 0) return (block.Attributes ?? block.attributes)?.[name] ?? blockAt(block, name)
  return attributeAt(blockAt(block, name), rest)
}

/** A block is an attribute that nobody computes, as far as it is marked. */
function blockAt(block: Block, name: string): (Block & Attribute) | undefined {
  return (block.BlockTypes ?? block.NestedBlocks)?.[name]?.Block ?? block.block_types?.[name]?.block
}
