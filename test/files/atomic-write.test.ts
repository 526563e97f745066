import {mkdtemp, readFile, readdir, rm, stat, symlink, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterEach, beforeEach, describe, expect, test} from 'vitest'

import {writeAtomically} from '../../src/files/atomic-write.ts'

let folder: string
let file: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trueup-write-'))
  file = join(folder, 'live.jsonl')
})
afterEach(async () => rm(folder, {recursive: true}))

async function* twoLinesThen(then: () => void): AsyncGenerator<string> {
  yield 'one\n'
  yield 'two\n'
  then()
}

describe('a finished write', () => {
  test.each([
    ['text', () => 'one\ntwo\n'],
    ['pieces', () => ['one\n', 'two\n']],
    ['a stream', () => twoLinesThen(() => undefined)],
    ['nothing', () => ''],
  ])('of %s leaves the file alone in its folder', async (_, chunks) => {
    await writeAtomically(file, chunks())
    expect(await readdir(folder)).toEqual(['live.jsonl'])
    expect(['one\ntwo\n', '']).toContain(await readFile(file, 'utf8'))
  })

  test('keeps the mode of the file it replaces, and a link a link', async () => {
    await writeFile(file, 'old', {mode: 0o600})
    const link = join(folder, 'latest')
    await symlink(file, link)
    await writeAtomically(link, 'new')
    expect(await readFile(file, 'utf8')).toBe('new')
    expect((await stat(file)).mode & 0o777).toBe(0o600)
  })

  test('writes into what is no regular file', async () => {
    await writeAtomically('/dev/null', 'gone')
    expect((await stat('/dev/null')).isCharacterDevice()).toBe(true)
  })
})

describe('a write that does not finish leaves the old content and no litter', () => {
  beforeEach(async () => writeFile(file, 'old'))
  afterEach(async () => {
    expect(await readdir(folder)).toEqual(['live.jsonl'])
    expect(await readFile(file, 'utf8')).toBe('old')
  })

  test('when its source fails', async () => {
    const failing = twoLinesThen(() => {
      throw new Error('throttled')
    })
    await expect(writeAtomically(file, failing)).rejects.toThrow('throttled')
  })

  test('when it is aborted', async () => {
    const controller = new AbortController()
    const aborting = twoLinesThen(() => controller.abort())
    await expect(writeAtomically(file, aborting, controller.signal)).rejects.toThrow('aborted')
  })
})

test('a folder that does not exist is a mistake of the user, told with the path', async () => {
  await expect(writeAtomically(join(folder, 'none', 'x.json'), '{}')).rejects.toMatchObject({
    code: 'file-not-writable',
    fault: 'user',
    message: expect.stringContaining(join('none', 'x.json')),
  })
})
