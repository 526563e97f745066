import {execFileSync, spawn, type ChildProcess} from 'node:child_process'
import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {readStates} from '../../../src/declared/state/read-states.ts'
import {failureOf} from './collect.ts'

const filler = 'x'.repeat(200_000)
const state = JSON.stringify({version: 4, serial: 7, lineage: filler, resources: []})
let folder = ''
let pipe = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trueup-pipes-'))
  pipe = join(folder, 'pipe')
  execFileSync('mkfifo', [pipe])
  await writeFile(join(folder, 'state'), state)
})
afterAll(async () => rm(folder, {recursive: true}))

function writing(script: string): ChildProcess {
  return spawn('sh', ['-c', script, 'sh', join(folder, 'state'), pipe])
}

describe.runIf(process.platform === 'linux')('a named pipe', () => {
  test.each([
    ['at once', 'cat "$1" > "$2"'],
    ['later', 'sleep 0.3; cat "$1" > "$2"'],
    ['bit by bit', '{ head -c 70000 "$1"; sleep 0.3; tail -c +70001 "$1"; } > "$2"'],
  ])('is read to its end, where somebody writes %s', async (_, script) => {
    const writer = writing(script)
    const events = await Array.fromAsync(readStates([pipe]))
    expect(events).toEqual([expect.objectContaining({kind: 'state', file: pipe, serial: 7, resources: 0})])
    expect(events[0]).not.toHaveProperty('writtenAt')
    writer.kill()
  })

  test('that somebody closes without a word is an empty state', async () => {
    writing(': > "$2"')
    expect(await failureOf([pipe])).toMatchObject({code: 'state-empty'})
  })

  test('that nobody writes to is waited for until the run is interrupted', async () => {
    const interruption = new AbortController()
    const reading = Array.fromAsync(readStates([pipe], {signal: interruption.signal}))
    setTimeout(() => interruption.abort(), 100)
    await expect(reading).rejects.toMatchObject({name: 'AbortError'})
  })
})

test('a device that has nothing is an empty state', async () => {
  expect(await failureOf(['/dev/null'])).toMatchObject({code: 'state-empty'})
})
