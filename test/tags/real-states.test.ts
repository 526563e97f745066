import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

import {describe, expect, test} from 'vitest'

import {isTaggable} from '../../src/catalog/taggable.ts'
import {readStates} from '../../src/declared/state/read-states.ts'
import {isSingleTag} from '../../src/tags/single-tags.ts'
import {hasSharedData, sharedData} from '../shared-data.ts'
import {check} from './tag-check.ts'

interface Canary {
  readonly kind: string
  readonly path: string
  readonly canary: string
}

const states = join(sharedData, 'states')
const files = hasSharedData ? readdirSync(join(states, 'v4-aws')).map((name) => `v4-aws/${name}`) : []
const canaries = hasSharedData
  ? (JSON.parse(readFileSync(join(states, 'canaries.json'), 'utf8')) as Record<string, readonly Canary[]>)
  : {}

/** No value will do and every type is asked, so that each tag of each state is in a finding. */
const strictest = '  - {key: "*", values: [nothing will do]}\n  - {key: Owner}'

describe.skipIf(!hasSharedData)('tags of real states', () => {
  test.each(files)('%s', async (file) => {
    const unjoined = []
    for await (const event of readStates([join(states, file)]))
      if (event.kind === 'resource') unjoined.push(event.resource)
    const {findings, gaps, facts} = check([], strictest, {unjoined})
    expect(facts.checked).toBe(unjoined.filter(({type}) => isTaggable(type)).length)
    const objects = unjoined.filter((resource) => !isSingleTag(resource))
    expect(facts.checked + facts.notTaggable).toBe(objects.length)
    // `random_string` makes suffixes of names; a canary is as long as what it replaces, so a short one may begin another.
    const planted = (canaries[file] ?? []).filter(({kind}) => kind !== 'random_string.result')
    const written = JSON.stringify([findings, gaps])
    expect(planted.filter(({canary}) => canary.length >= 8 && written.includes(canary)).map(({path}) => path)).toEqual(
      [],
    )
  })
})
