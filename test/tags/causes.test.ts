import {globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

import {describe, expect, test} from 'vitest'

import type {ValueRecord} from '../../src/model/value.ts'
import type {TagParentKind} from '../../src/model/tag-cause.ts'
import {tagCauses} from '../../src/model/tag-cause.ts'
import {check, location, objectOf, resourceOf} from './tag-check.ts'

type Tags = Readonly<Record<string, string>>

/** Tags of one instance: as the code has them, as the state recorded them, live, and of what made it. */
interface Case {
  readonly rules?: string
  readonly configured?: Tags
  readonly declared?: Tags
  readonly live?: Tags
  readonly parents?: Readonly<Partial<Record<TagParentKind, Tags>>>
  readonly cause: string
  readonly found?: string
  readonly parent?: string
}

const folder = join(import.meta.dirname, '../../fixtures/tags/causes')
const names = globSync('*.json', {cwd: folder}).toSorted()
const caseOf = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Case

describe('why a rule is broken', () => {
  test.each(names)('%s', (name) => {
    const {rules = '  - {key: Owner}', cause, found, parent, ...sides} = caseOf(name)
    const {findings} = check([objectWith(sides)], rules, {
      parentsOf: () =>
        Object.entries(sides.parents ?? {}).map(([kind, tags]) => parentWith(kind as TagParentKind, tags)),
    })
    expect(findings).toMatchObject([
      {cause, ...(found && {found}), ...(parent && {parent: {kind: parent, name: 'maker'}})},
    ])
  })

  test('every cause has a case', () => {
    expect(new Set(names.map((name) => caseOf(name).cause))).toEqual(new Set(tagCauses))
  })
})

function objectWith({configured, declared, live}: Pick<Case, 'configured' | 'declared' | 'live'>) {
  const address = 'aws_instance.web'
  const object = objectOf({
    ...(declared && {address, declared: tagsOf(declared)}),
    live: live ? {tags: live} : 'absent',
  })
  const code = configured && resourceOf(address, tagsOf(configured))
  return {...object, shares: object.shares.map((share) => ({...share, ...(code && {configured: code})}))}
}

function parentWith(kind: TagParentKind, tags: Tags) {
  const object = objectOf({type: 'AWS::AutoScaling::AutoScalingGroup', id: 'maker', live: {tags}})
  return {kind, object: {...object, location}}
}

function tagsOf(tags: Tags): ValueRecord {
  return {tags_all: tags}
}
