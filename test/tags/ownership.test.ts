import {expect, test} from 'vitest'

import {loadPolicies} from '../../src/tags/policy/load.ts'
import {ownershipBy} from '../../src/tags/ownership.ts'
import {catalog, objectOf} from './tag-check.ts'

const context = {catalog, today: '2026-09-01'}

function ownership(rules: string, rest = '') {
  return ownershipBy(loadPolicies([{name: 'p', text: `version: 1\nname: P\nrules: ${rules}\n${rest}`}]), context)
}

const live = {tags: {Owner: 'todo', Team: 'ml'}}

test('keys marked for ownership alone count, with values that say something', () => {
  const ask = ownership(
    '[{key: Owner, ownership: true, forbidden: [todo]}, {key: Team, ownership: true}, {key: Stage}]',
  )
  expect(ask?.missing(objectOf({live}))).toEqual(['Owner'])
  expect(ask?.missing(objectOf({live: {tags: {}}}))).toEqual(['Owner', 'Team'])
  expect(ask?.missing(objectOf({live: {}}))).toBe('unknown')
  expect(ask?.keys).toEqual(['Owner', 'Team'])
})

test('without such a mark, every required key counts', () => {
  const ask = ownership('[{key: Owner}, {key: Stage}, {key: Note, presence: optional}]')
  expect(ask?.missing(objectOf({live}))).toEqual(['Stage'])
})

test('what Terraform declares does not make it live', () => {
  const declared = {tags_all: {Stage: 'prod'}}
  expect(ownership('[{key: Stage}]')?.missing(objectOf({address: 'aws_instance.x', declared, live}))).toEqual(['Stage'])
})

test('one key asked for by two rules is one key, and exemptions hold', () => {
  const twice = '[{key: Stage}, {id: again, key: Stage}]'
  expect(ownership(twice)?.missing(objectOf({live}))).toEqual(['Stage'])
  const exempt = 'exemptions: [{keys: [Stage], reason: r, owner: o, expires: 2026-12-31}]'
  expect(ownership(twice, exempt)?.missing(objectOf({live}))).toEqual([])
})

test('a policy that requires nothing knows no owners', () => {
  expect(ownership('[{key: Note, presence: optional}]')).toBeUndefined()
})
