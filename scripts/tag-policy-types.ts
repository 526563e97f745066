/**
 * Derives `src/catalog/data/tag-policy-types.json`, which Terraform types a type of a tag policy stands for:
 *
 *     node scripts/tag-policy-types.ts CROSSWALK
 *
 * CROSSWALK is a CSV file with the columns `tag_policy_type,terraform_type`, from the table in the provider's guide that is named below;
 * `tag-policy-types/by-hand.ts` has what that leaves out. Names that no taggable Terraform type bears are printed.
 */
import {readFileSync, writeFileSync} from 'node:fs'

import {isTaggable} from '../src/catalog/taggable.ts'
import {moreTerraformTypes, moreTypes} from './tag-policy-types/by-hand.ts'

const source =
  'hashicorp/terraform-provider-aws website/docs/guides/tag-policy-compliance.html.markdown, MPL-2.0: names of types alone; and ' +
  'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_supported-resources-enforcement.html'

const [file] = process.argv.slice(2)
if (file === undefined) throw new Error('usage: node scripts/tag-policy-types.ts CROSSWALK')

const types = new Map<string, Set<string>>()
for (const line of readFileSync(file, 'utf8').trim().split('\n').slice(1)) {
  const [type = '', terraformType = ''] = line.trim().split(',')
  add(type, [terraformType])
}
for (const [type, terraformTypes] of Object.entries(moreTerraformTypes)) add(type, terraformTypes)
for (const [service, names] of Object.entries(moreTypes)) {
  for (const name of names.split(' ')) add(`${service}:${name}`, [])
}

const rows = [...types].toSorted(([a], [b]) => (a < b ? -1 : 1))
const lines = rows.map(([type, names]) => `    ${JSON.stringify(type)}: ${JSON.stringify([...names].toSorted())}`)
const text = `{\n  "source": ${JSON.stringify(source)},\n  "types": {\n${lines.join(',\n')}\n  }\n}\n`
writeFileSync('src/catalog/data/tag-policy-types.json', text)

function add(type: string, terraformTypes: readonly string[]): void {
  const known = types.get(type) ?? new Set()
  types.set(type, known)
  for (const name of terraformTypes) {
    if (isTaggable(name)) known.add(name)
    else console.log(`${type}: ${name} is no taggable type`)
  }
}
