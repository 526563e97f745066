import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterEach, beforeEach, expect, test} from 'vitest'

import {compareText} from '../../src/model/finding.ts'
import {completions, completionScript, shells, type CommandTable} from '../../src/cli/completion.ts'

const table: CommandTable = {
  topics: [{name: 'tags', description: 'Tags.'}],
  commands: [
    {id: 'secret', hidden: true, flags: {}},
    {
      id: 'scan',
      summary: 'Scan.',
      flags: {
        live: {type: 'option', summary: 'Where to read.', options: ['auto', 'config']},
        state: {type: 'option', summary: 'A state.', helpValue: 'PATH|URL'},
        strict: {type: 'boolean', summary: 'No gaps.'},
        old: {type: 'boolean', hidden: true},
      },
    },
    {id: 'tags:check', summary: 'Check.', flags: {}},
  ],
}

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trueup-completion-'))
})
afterEach(() => rmSync(folder, {recursive: true}))

const valuesAfter = (...words: string[]) =>
  completions(table, words)
    .trimEnd()
    .split('\n')
    .slice(0, -1)
    .map((line) => line.split('\t', 1).join(''))

test('commands, topics and what is below them', () => {
  expect(valuesAfter('')).toEqual(['tags', 'scan'])
  expect(valuesAfter('s')).toEqual(['scan'])
  expect(valuesAfter('tags', '')).toEqual(['check'])
})

test('flags with their summaries, and their values', () => {
  expect(valuesAfter('scan', '--')).toEqual(['--live', '--state', '--strict'])
  expect(completions(table, ['scan', '--st'])).toBe('--state\tA state.\n--strict\tNo gaps.\n:4\n')
  expect(valuesAfter('scan', '--live', '')).toEqual(['auto', 'config'])
  expect(valuesAfter('scan', '--live', 'c')).toEqual(['config'])
})

test('paths for a flag that takes one', () => {
  mkdirSync(join(folder, 'states'))
  writeFileSync(join(folder, 'stale.tfstate'), '')
  expect(valuesAfter('scan', '--state', join(folder, 'sta')).toSorted(compareText)).toEqual([
    join(folder, 'stale.tfstate'),
    `${join(folder, 'states')}/`,
  ])
  expect(valuesAfter('scan', '--state', join(folder, 'nowhere/x'))).toEqual([])
})

test.each(shells)('a script for %s that asks trueup', (shell) => {
  const script = completionScript('trueup', shell)
  expect(script).toContain('trueup complete')
  if (shell === 'bash') expect(spawnSync('bash', ['-n'], {input: script, encoding: 'utf8'}).stderr).toBe('')
})
