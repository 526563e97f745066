import {execFileSync} from 'node:child_process'
import {existsSync} from 'node:fs'
import {mkdir, mkdtemp, readdir, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {PassThrough} from 'node:stream'

import {afterEach, beforeEach, describe, expect, test} from 'vitest'

import {describeFailure} from '../../src/cli/failure.ts'
import {writeReports} from '../../src/cli/write-reports.ts'
import {largeAccount} from '../report/__fixtures__/large-account.ts'

const report = largeAccount(3_000)
const signal = new AbortController().signal
const screen = {stream: new PassThrough(), width: 100, colour: false}

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trueup-reports-'))
})
afterEach(async () => rm(folder, {recursive: true}))

/** What a person would be told, and what the process would exit with. */
async function failureOf(targets: Parameters<typeof writeReports>[1]) {
  const error = await writeReports(report, targets, screen, signal).catch((reason: unknown) => reason)
  return describeFailure(error, 'trueup scan')
}

test('one report that cannot be written is named, and the others are there', async () => {
  const nowhere = join(folder, 'no/such/drift.json')
  const {message, exit, code} = await failureOf([
    {format: 'csv', file: join(folder, 'drift.csv')},
    {format: 'json', file: nowhere},
    {format: 'html', file: join(folder, 'report.html')},
  ])
  expect({message, exit, code}).toEqual({
    message: `cannot write ${nowhere}: its folder does not exist`,
    exit: 2,
    code: 'file-not-writable',
  })
  expect((await readdir(folder)).toSorted()).toEqual(['drift.csv', 'report.html'])
})

test('several that cannot be written are all named', async () => {
  const [one, other] = [join(folder, 'a/drift.json'), join(folder, 'b/drift.json')]
  const {message} = await failureOf([
    {format: 'json', file: one},
    {format: 'json', file: other},
  ])
  expect([message.includes(one), message.includes(other)]).toEqual([true, true])
})

describe.skipIf(!existsSync('/dev/full'))('a full disk', () => {
  test('ends the run with 3, after the other reports', async () => {
    const {message, exit, code} = await failureOf([
      {format: 'json', file: join(folder, 'no/such/drift.json')},
      {format: 'sarif', file: '/dev/full'},
      {format: 'json', file: join(folder, 'drift.json')},
    ])
    expect({exit, code}).toEqual({exit: 3, code: 'disk-full'})
    expect(message).toContain('cannot write /dev/full: no space left on the device')
    expect(await readdir(folder)).toEqual(['drift.json'])
  })
})

/** A disk of 64 KiB, where the tests may make one. */
function smallDisk(at: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'none', at], {stdio: 'ignore'})
    return true
  } catch {
    return false
  }
}

test('on a disk that fills up, no part of a report is left, and the old one stays', async (context) => {
  const disk = join(folder, 'disk')
  await mkdir(disk)
  context.skip(!smallDisk(disk), 'only root may make a small disk')
  try {
    const file = join(disk, 'drift.json')
    await writeFile(file, 'old')
    const {exit, message} = await failureOf([{format: 'json', file}])
    expect({exit, message}).toEqual({exit: 3, message: `cannot write ${file}: no space left on the device`})
    expect(await readdir(disk)).toEqual(['drift.json'])
  } finally {
    execFileSync('umount', [disk])
  }
})

test('a closed pipe is quiet', async () => {
  const stream = new PassThrough()
  stream.destroy()
  const targets = [{format: 'json'}, {format: 'csv', file: join(folder, 'drift.csv')}] as const
  await expect(writeReports(report, targets, {...screen, stream}, signal)).resolves.toBeUndefined()
  expect(await readdir(folder)).toEqual(['drift.csv'])
})
