import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterEach, beforeEach, describe, expect, it} from 'vitest'

import {readConfiguration} from '../../../src/declared/hcl/read-configuration.ts'

let directory: string
let cacheFolder: string

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'trueup-cache-'))
  cacheFolder = join(directory, 'cache')
  mkdirSync(join(directory, 'code'))
  writeFileSync(join(directory, 'code', 'main.tf'), 'resource "terraform_data" "x" {\n  input = upper("kept")\n}\n')
})

afterEach(() => rmSync(directory, {recursive: true, force: true}))

async function input(): Promise<unknown> {
  const {resources} = await readConfiguration(join(directory, 'code'), {cacheFolder})
  return resources[0]?.attributes['input']
}

function cached(): string[] {
  const names = readdirSync(cacheFolder, {recursive: true, encoding: 'utf8'})
  return names.filter((name) => name.endsWith('.json')).map((name) => join(cacheFolder, name))
}

describe('parse results', () => {
  it('are kept by content, and used instead of parsing', async () => {
    expect(await input()).toBe('KEPT')
    const [file = '', ...others] = cached()
    expect(others).toEqual([])
    const before = readFileSync(file, 'utf8')
    expect(await input()).toBe('KEPT')
    expect(readFileSync(file, 'utf8')).toBe(before)
  })

  it.each([
    ['cut off', (file: string) => truncateSync(file, 80)],
    ['emptied', (file: string) => truncateSync(file, 0)],
    ['changed', (file: string) => writeFileSync(file, readFileSync(file, 'utf8').replace('kept', 'lies'))],
    ['no JSON', (file: string) => writeFileSync(file, 'nonsense\nnonsense')],
    ['gone', (file: string) => rmSync(file)],
  ])('are made again when a file is %s', async (_, damage) => {
    await input()
    for (const file of cached()) damage(file)
    expect(await input()).toBe('KEPT')
    expect(await input()).toBe('KEPT')
  })

  it('are written by many runs at once', async () => {
    const all = await Promise.all(Array.from({length: 8}, async () => input()))
    expect(new Set(all)).toEqual(new Set(['KEPT']))
    expect(cached()).toHaveLength(1)
    expect(readdirSync(join(cached()[0] ?? '', '..'))).toHaveLength(1)
  })

  it('are not kept where nothing can be written', async () => {
    writeFileSync(cacheFolder, 'a file in the place of the folder')
    expect(await input()).toBe('KEPT')
  })
})
