import {loadCatalog} from '../src/catalog/catalog.ts'
import type {TerraformType} from '../src/catalog/entry.ts'
import {ruleFor} from '../src/catalog/paths.ts'
import {standardAttributes} from '../src/catalog/standard-attributes.ts'
import {settableAttributes} from '../test/catalog/type-fixtures.ts'

/** Over all curated types: which share of the settable attributes has a rule, and which share is compared. */
export async function settableShares(): Promise<{readonly accounted: number; readonly compared: number}> {
  const {entries} = await loadCatalog()
  const all = entries.flatMap((entry) => settable(entry).map((attribute) => ruleFor(entry, attribute)))
  const known = all.filter((rule) => rule !== undefined)
  const compared = known.filter((rule) => !('skip' in rule))
  return {accounted: known.length / all.length, compared: compared.length / all.length}
}

function settable({type}: TerraformType): readonly string[] {
  return settableAttributes(type).filter((attribute) => standardAttributes[attribute.split('.')[0] ?? ''] === undefined)
}
