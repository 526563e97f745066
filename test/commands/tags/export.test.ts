import {mkdtempSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {expect, test} from 'vitest'

import TagsExport from '../../../src/commands/tags/export.ts'
import TagsImport from '../../../src/commands/tags/import.ts'
import {runCommand} from '../../cli/run-command.ts'

const folder = mkdtempSync(join(tmpdir(), 'trueup-export-'))
const policy = join(folder, 'tags.yaml')
const rules = '[{key: Owner, values: [ml], pattern: m.*}, {key: Stage, presence: optional, values: [prod]}]'
writeFileSync(policy, `version: 1\nname: Tags\nrules: ${rules}\n`)

test('a policy is printed in the words of AWS, and what these cannot say on standard error', async () => {
  const {stdout, stderr, result, exit} = await runCommand(TagsExport, ['--policy', policy, '--to', 'config-rule'])
  expect(JSON.parse(stdout)).toMatchObject({InputParameters: '{"tag1Key":"Owner","tag1Value":"ml"}'})
  expect(stderr).toContain(
    `Not exported in part: Owner (${policy}:3): a regular expression for values; other types than`,
  )
  expect(stderr).toContain(`Not exported: Stage (${policy}:3): a rule about a key that may be absent`)
  expect(result).toMatchObject({schemaVersion: '1.0', to: 'config-rule', documents: [{name: 'required-tags-1'}]})
  expect(exit).toBe(0)
})

test('into a folder, a file each; from there back into our language', async () => {
  const out = join(folder, 'out')
  await runCommand(TagsExport, ['--policy', policy, '--to', 'tag-policy', '--out', out])
  expect(readdirSync(out)).toEqual(['tag-policy-1.json'])
  const back = join(folder, 'back.yaml')
  const {stderr} = await runCommand(TagsImport, [join(out, 'tag-policy-1.json'), '--out', back])
  expect(stderr).toBe('')
  const text = readFileSync(back, 'utf8')
  expect(text).toContain('  - key: Stage\n    presence: optional\n    key_case: strict\n    values:\n      - prod\n')
})

test('without a policy there is nothing to export', async () => {
  const {exit, stderr} = await runCommand(TagsExport, ['--to', 'scp'])
  expect({exit, stderr}).toMatchObject({exit: 2, stderr: expect.stringContaining('(no-policy;') as unknown})
})
