import {mkdtemp, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterEach, beforeEach, expect, test, vi} from 'vitest'

import Init from '../../src/commands/init.ts'
import {projectKeys} from '../../src/pipeline/project/keys.ts'
import {loadProject} from '../../src/pipeline/project/load.ts'
import {runCommand} from '../cli/run-command.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trueup-init-'))
  vi.spyOn(process, 'cwd').mockReturnValue(folder)
})

afterEach(async () => {
  vi.restoreAllMocks()
  await rm(folder, {recursive: true})
})

const written = async () => readFile(join(folder, 'trueup.yaml'), 'utf8')

test('trueup init writes a project file that says nothing yet, and every key of which can be uncommented', async () => {
  const {exit} = await runCommand(Init)
  expect(exit).toBe(0)
  const text = await written()
  expect(loadProject({name: 'trueup.yaml', text}).settings).toEqual([])
  const names = [...text.matchAll(/^# ([a-z_]+):/gm)].map(([, name]) => name)
  expect(names).toEqual(Object.keys(projectKeys))
  const examples = [...text.matchAll(/^# ([a-z_]+: .+)$/gm)].map(([, line]) => line)
  expect(examples.length).toBeGreaterThan(15)
  expect(loadProject({name: 'trueup.yaml', text: examples.join('\n')}).settings.length).toBe(examples.length)
})

test('trueup init leaves a file that is there as it is', async () => {
  await runCommand(Init)
  const before = await written()
  const {exit, stderr} = await runCommand(Init)
  expect({exit, stderr}).toMatchObject({exit: 2, stderr: expect.stringContaining('project-exists')})
  expect(await written()).toBe(before)
})
