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
  expect(ask(objectOf({live}))).toEqual(['Owner'])
  expect(ask(objectOf({live: {tags: {}}}))).toEqual(['Owner', 'Team'])
  expect(ask(objectOf({live: {}}))).toBe('unknown')
})

test('without such a mark, every required key counts', () => {
  const ask = ownership('[{key: Owner}, {key: Stage}, {key: Note, presence: optional}]')
  expect(ask(objectOf({live}))).toEqual(['Stage'])
})

test('what Terraform declares does not make it live', () => {
  const declared = {tags_all: {Stage: 'prod'}}
  expect(ownership('[{key: Stage}]')(objectOf({address: 'aws_instance.x', declared, live}))).toEqual(['Stage'])
})

test('one key asked for by two rules is one key, and exemptions hold', () => {
  const twice = '[{key: Stage}, {id: again, key: Stage}]'
  expect(ownership(twice)(objectOf({live}))).toEqual(['Stage'])
  const exempt = 'exemptions: [{keys: [Stage], reason: r, owner: o, expires: 2026-12-31}]'
  expect(ownership(twice, exempt)(objectOf({live}))).toEqual([])
})
