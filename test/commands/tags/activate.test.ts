import {mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {expect, test} from 'vitest'

import TagsActivate from '../../../src/commands/tags/activate.ts'
import TagsFix from '../../../src/commands/tags/fix.ts'
import TagsCheck from '../../../src/commands/tags/check.ts'
import {runCommand} from '../../cli/run-command.ts'

const folder = mkdtempSync(join(tmpdir(), 'trueup-activate-'))
const tags = join(folder, 'tags.json')
const policy = join(folder, 'policy.yaml')
writeFileSync(
  tags,
  JSON.stringify({
    CostAllocationTags: [
      {TagKey: 'Owner', Type: 'UserDefined', Status: 'Inactive', LastUsedDate: '2026-01-01T00:00:00Z'},
      {TagKey: 'Team', Type: 'UserDefined', Status: 'Active', LastUpdatedDate: '2020-01-01T00:00:00Z'},
    ],
  }),
)
writeFileSync(policy, 'version: 1\nname: P\nrules: [{key: Owner}, {key: Team}]\n')
writeFileSync(join(folder, 'main.tf'), 'resource "aws_sqs_queue" "a" {\n  tags = { Owner = "ml", Team = "ml" }\n}\n')

test('a line for each key, and exit code 1 where one is not activated', async () => {
  const {stdout, result, exit} = await runCommand(TagsActivate, ['--policy', policy, '--cost-allocation-tags', tags])
  expect(stdout).toBe(
    'Owner  not activated: no charge carries it; last used 2026-01-01\nTeam   activated since 2020-01-01\n',
  )
  expect(result?.keys.map(({standing}) => standing)).toEqual(['inactive', 'billed'])
  expect(exit).toBe(1)
})

test('a file cannot be activated', async () => {
  const {exit, stderr} = await runCommand(TagsActivate, [
    '--key',
    'Owner',
    '--cost-allocation-tags',
    tags,
    '--apply',
    '--yes',
  ])
  expect(exit).toBe(2)
  expect(stderr).toContain('(apply-needs-aws;')
})

test('a check names the keys that the bill is not split by', async () => {
  const argv = ['--config', folder, '--policy', policy, '--cost-allocation-tags', tags]
  const {result, exit} = await runCommand(TagsCheck, [...argv, '--json'])
  expect(result?.findings).toMatchObject([
    {code: 'tag-key-not-billed', args: {tagKey: 'Owner', activation: 'inactive'}},
  ])
  expect(exit).toBe(1)
  const {stdout} = await runCommand(TagsCheck, argv)
  expect(stdout).toContain('Owner not activated: no charge carries it; last used 2026-01-01')
})

test('tags fix --activate lists them after its own plan; the worse exit code counts', async () => {
  const argv = ['--config', folder, '--policy', policy]
  const alone = await runCommand(TagsFix, argv)
  expect(alone.exit).toBe(0)
  const {stdout, exit} = await runCommand(TagsFix, [...argv, '--activate', '--cost-allocation-tags', tags])
  expect(stdout).toContain(alone.stdout.trimEnd())
  expect(stdout).toContain('Owner  not activated: no charge carries it; last used 2026-01-01')
  expect(exit).toBe(1)
})
