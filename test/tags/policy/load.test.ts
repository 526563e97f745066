import {readFileSync} from 'node:fs'

import {expect, test} from 'vitest'

import {loadPolicies} from '../../../src/tags/policy/load.ts'
import {policyJsonSchema} from '../../../src/tags/policy/schema.ts'

const base = {
  name: 'base.yaml',
  text: 'version: 1\nname: Base\ndefaults: {severity: low, forbidden: [todo]}\nrules:\n  - key: Owner\n  - key: Stage\n',
}
const team = {
  name: 'team.yaml',
  text: 'version: 1\nname: Team\nrules:\n  - {key: Stage, values: [prod]}\n  - key: Project\nexemptions:\n  - {reason: r, owner: o, expires: 2027-01-01}\n',
}

test('files add up in order: a later rule takes the place of the earlier one of its id', () => {
  const policy = loadPolicies([base, team])
  expect(policy.names).toEqual(['Base', 'Team'])
  expect(policy.rules.map(({id, source}) => [id, source.file, source.line])).toEqual([
    ['Owner', 'base.yaml', 5],
    ['Stage', 'team.yaml', 4],
    ['Project', 'team.yaml', 5],
  ])
  expect(policy.exemptions).toMatchObject([{keys: {texts: ['*']}, source: {file: 'team.yaml', line: 7, column: 5}}])
})

test('defaults hold for their own file', () => {
  const {rules} = loadPolicies([base, team])
  expect(rules.map(({severity, forbidden}) => [severity, forbidden])).toEqual([
    ['low', ['todo']],
    ['medium', []],
    ['medium', []],
  ])
})

test('a policy may be JSON, and no policy at all is one without rules', () => {
  expect(
    loadPolicies([{name: 'p.json', text: '{"version": 1, "name": "J", "rules": [{"key": "Owner"}]}'}]).rules,
  ).toHaveLength(1)
  expect(loadPolicies([])).toEqual({names: [], rules: [], exemptions: []})
})

test('the published JSON Schema is the one in the source: node scripts/policy-schema.ts writes it', () => {
  const published = readFileSync(new URL('../../../policies/tag-policy.schema.json', import.meta.url), 'utf8')
  expect(published).toBe(`${JSON.stringify(policyJsonSchema(), undefined, 2)}\n`)
})
