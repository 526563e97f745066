import {mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {expect, test} from 'vitest'

import TagsEffective from '../../../src/commands/tags/effective.ts'
import {runCommand} from '../../cli/run-command.ts'

const folder = mkdtempSync(join(tmpdir(), 'trueup-effective-'))

function file(name: string, tagValue: object): string {
  const path = join(folder, name)
  writeFileSync(path, JSON.stringify({tags: {Stage: {tag_key: {'@@assign': 'Stage'}, tag_value: tagValue}}}))
  return path
}

const first = file('first.json', {'@@append': ['dev']})
const second = file('second.json', {'@@assign': ['prod']})
const account = file('account.json', {'@@remove': ['dev']})

test('levels are arguments, policies of one level are joined by a comma', async () => {
  const {stdout, result, exit} = await runCommand(TagsEffective, [`${first},${second}`, account])
  const tags = {stage: {tag_key: 'Stage', tag_value: ['prod']}}
  expect(JSON.parse(stdout)).toEqual({tags})
  expect(result).toEqual({schemaVersion: '1.0', tags})
  expect(exit).toBe(0)
})

test('their order counts', async () => {
  const {result} = await runCommand(TagsEffective, [account, `${second},${first}`])
  expect(result?.tags['stage']?.tag_value).toEqual(['prod', 'dev'])
})

test('a policy that AWS would refuse is refused', async () => {
  const {exit, stderr} = await runCommand(TagsEffective, [file('bad.json', {'@@assign': 'prod'})])
  expect(exit).toBe(2)
  expect(stderr).toContain('bad.json:1:74: tags.Stage.tag_value.@@assign: must be a list, not text')
})
