/**
 * Writes `src/catalog/data/taggable-objects.json`, which CloudFormation type each taggable Terraform type makes an object of, from the
 * catalogue as it is: `node scripts/taggable-objects.ts`, after a change of the catalogue that adds or moves a type.
 */
import {writeFileSync} from 'node:fs'

import {loadCatalog} from '../src/catalog/catalog.ts'
import {taggableTypes} from '../src/catalog/taggable.ts'

const catalog = await loadCatalog()
for (const type of taggableTypes) await catalog.want(type)
const rows = taggableTypes.flatMap((type) => {
  const entry = catalog.entry(type)
  return entry && entry.tags !== 'none' ? [`  ${JSON.stringify(type)}: ${JSON.stringify(entry.objectType)}`] : []
})
writeFileSync('src/catalog/data/taggable-objects.json', `{\n${rows.join(',\n')}\n}\n`)
console.log(`${rows.length} of ${taggableTypes.length} taggable types`)
