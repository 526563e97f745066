// Writes src/catalog/data/sensitive-attributes.json from what the provider's schema marks sensitive (`catalogue/provider-facts.json`)
// and from a list of what newer providers and other ones add:
//   node scripts/sensitive-attributes.ts
import {writeFileSync} from 'node:fs'

import {providerFacts} from './catalogue/provider-facts.ts'
import {additions} from './sensitive-additions.ts'

const table = new Map<string, Set<string>>()
for (const [type, {sensitive = []}] of providerFacts()) add(type, sensitive)
for (const [type, paths] of Object.entries(additions)) add(type, paths)

const rows = [...table].toSorted(([a], [b]) => (a < b ? -1 : 1))
const lines = rows.map(([type, paths]) => `  ${JSON.stringify(type)}: ${JSON.stringify([...paths].toSorted())}`)
writeFileSync('src/catalog/data/sensitive-attributes.json', `{\n${lines.join(',\n')}\n}\n`)

function add(type: string, paths: readonly string[]): void {
  if (paths.length > 0) table.set(type, new Set([...(table.get(type) ?? []), ...paths]))
}
