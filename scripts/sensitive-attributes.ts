// Writes src/catalog/data/sensitive-attributes.json from provider schemas in driftctl's JSON form, whose attributes carry
// `Sensitive`, and from a list of what newer providers and other ones add:
//   node scripts/sensitive-attributes.ts SCHEMA.json
import {readFileSync, writeFileSync} from 'node:fs'

import {additions} from './sensitive-additions.ts'

interface Block {
  readonly Attributes?: Readonly<Record<string, {readonly Sensitive?: boolean}>>
  readonly BlockTypes?: Readonly<Record<string, Block & {readonly Block?: Block}>>
}

const [schemaFile] = process.argv.slice(2)
if (schemaFile === undefined) throw new Error('usage: node scripts/sensitive-attributes.ts SCHEMA.json')
const schema = JSON.parse(readFileSync(schemaFile, 'utf8')) as Record<string, {readonly Block: Block}>

const table = new Map<string, Set<string>>()
for (const [type, {Block: block}] of Object.entries(schema)) add(type, sensitiveOf(block))
for (const [type, paths] of Object.entries(additions)) add(type, paths)

const rows = [...table].toSorted(([a], [b]) => (a < b ? -1 : 1))
const lines = rows.map(([type, paths]) => `  ${JSON.stringify(type)}: ${JSON.stringify([...paths].toSorted())}`)
writeFileSync('src/catalog/data/sensitive-attributes.json', `{\n${lines.join(',\n')}\n}\n`)

function add(type: string, paths: readonly string[]): void {
  if (paths.length > 0) table.set(type, new Set([...(table.get(type) ?? []), ...paths]))
}

function sensitiveOf(block: Block, prefix = ''): string[] {
  const own = Object.entries(block.Attributes ?? {}).filter(([, attribute]) => attribute.Sensitive)
  const nested = Object.entries(block.BlockTypes ?? {}).flatMap(([name, inner]) =>
    sensitiveOf(inner.Block ?? inner, `${prefix}${name}.`),
  )
  return [...own.map(([name]) => prefix + name), ...nested]
}
