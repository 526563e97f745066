import {existsSync, globSync} from 'node:fs'
import {join} from 'node:path'

import {describe, expect, test} from 'vitest'

import {readConfiguration} from '../../../src/declared/hcl/read-configuration.ts'
import {declaredTags} from '../../../src/tags/declared-tags.ts'
import {hasSharedData, sharedData} from '../../shared-data.ts'

const folder = join(sharedData, 'hcl')

/** terratag writes these into every resource of its cases: with `merge`, locals and, in Auto Scaling groups, further blocks. */
const added = {
  env0_environment_id: '40907eff-cf7c-419a-8694-e1c6bf1d1168',
  env0_project_id: '43fd4ff1-8d37-4d9d-ac97-295bd850bf94',
}

/** terratag puts a map of tags into a list of key and value there, which the provider refuses. */
const refused = new Set(['aws_autoscaling_group.bar_tags'])

describe.skipIf(!hasSharedData)('tags that terratag added', () => {
  const cases = globSync('terratag_*', {cwd: folder}).toSorted()

  test('are there', () => {
    expect(cases).toHaveLength(4)
  })

  test.each(cases)('%s', async (name) => {
    const before = await tagsIn(join(folder, name, 'input'))
    const after = await tagsIn(join(folder, name, 'expected'))
    expect(before.size).toBeGreaterThan(0)
    const wanted = [...before].map(([address, tags]) => [address, {...tags, ...added}] as const)
    expect(after).toEqual(new Map(wanted))
  })
})

/** By address; of a case with modules, those that the parent calls. */
async function tagsIn(root: string): Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>> {
  const parent = join(root, 'parent')
  const {resources} = await readConfiguration(existsSync(parent) ? parent : root)
  const judged = resources.filter(({address}) => !refused.has(address))
  return new Map(judged.map((resource) => [resource.address, Object.fromEntries(declaredTags(resource).tags)]))
}
