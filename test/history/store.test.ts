import {createHash} from 'node:crypto'
import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import {mockClient} from 'aws-sdk-client-mock'
import {assert, asyncProperty, shuffledSubarray} from 'fast-check'
import {afterEach, beforeEach, describe, expect, onTestFinished, test, vi} from 'vitest'

import {openStore} from '../../src/history/open-store.ts'
import {readHistory} from '../../src/history/read-history.ts'
import {currentIndex, storeIndex} from '../../src/history/run-index.ts'
import {parseRunName} from '../../src/history/run-file.ts'
import {addRun, isRun, listRuns, readRun} from '../../src/history/runs.ts'
import type {HistoryStore} from '../../src/history/store.ts'
import {gap, run} from './made-run.ts'

const {signal} = new AbortController()

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'trueup-history-'))
  onTestFinished(() => rmSync(path, {recursive: true}))
  return join(path, 'kept')
}

/** A bucket in memory, with the conditional writes of S3. */
const bucket = new Map<string, Uint8Array>()
const s3 = mockClient(S3Client)
const troubles: string[] = []

function s3Error(name: string, status: number): S3ServiceException {
  return new S3ServiceException({name, $fault: 'client', message: name, $metadata: {httpStatusCode: status}})
}

beforeEach(() => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDEXAMPLE')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'example')
  vi.stubEnv('AWS_REGION', 'eu-central-1')
  bucket.clear()
  troubles.length = 0
  s3.reset()
  s3.on(PutObjectCommand).callsFake(({Key: key, Body: body, IfNoneMatch: condition}) => {
    const trouble = troubles.shift()
    if (trouble) throw s3Error(trouble, 409)
    if (condition === '*' && bucket.has(key)) throw s3Error('PreconditionFailed', 412)
    bucket.set(key, body)
    return {}
  })
  s3.on(GetObjectCommand).callsFake(({Key: key}) => {
    const body = bucket.get(key)
    if (!body) throw s3Error('NoSuchKey', 404)
    return {Body: {transformToByteArray: async () => body}}
  })
  s3.on(DeleteObjectCommand).callsFake(({Key: key}) => bucket.delete(key) && {})
  s3.on(ListObjectsV2Command).callsFake(({Prefix: prefix, Delimiter: delimiter, ContinuationToken: after = ''}) => {
    const below = [...bucket.keys()].filter((key) => key.startsWith(prefix)).toSorted()
    const direct = below.filter((key) => !key.slice(prefix.length).includes(delimiter) && key > after)
    const page = direct.slice(0, 2)
    const more = direct.length > 2 ? {NextContinuationToken: page.at(-1)} : {}
    return {Contents: page.map((key) => ({Key: key, LastModified: new Date(0)})), ...more}
  })
})
afterEach(() => vi.unstubAllEnvs())

const stores = {
  'a folder': async () => openStore(folder(), {}, signal),
  'a bucket': async () => openStore('s3://kept-runs/prod/', {}, signal),
} satisfies Readonly<Record<string, () => Promise<HistoryStore>>>

describe.each(Object.entries(stores))('%s', (_, open) => {
  test('keeps runs by time, each once, whoever adds it', async () => {
    const store = await open()
    expect(await listRuns(store)).toEqual([])
    const runs = [run(3, ['a']), run(1, ['b']), run(2, ['c'])]
    await Promise.all([...runs, ...runs].map(async (one) => addRun(store, one)))
    const names = await listRuns(store)
    expect(names.map(({at}) => at.slice(8, 10))).toEqual(['01', '02', '03'])
    const read = await Promise.all(names.map(async (name) => readRun(store, name)))
    expect(read).toMatchObject([run(1, ['b']), run(2, ['c']), run(3, ['a'])])
  })

  test('lets one of several create a file', async () => {
    const store = await open()
    const done = await Promise.all([1, 2, 3, 4].map(async (by) => store.create('told/x.claim', Buffer.from(`${by}`))))
    expect(done.filter(Boolean)).toHaveLength(1)
    const content = await store.read('told/x.claim')
    expect(String(content)).toBe(String(done.indexOf(true) + 1))
  })

  test('has no file that nobody made, and none that was removed', async () => {
    const store = await open()
    expect(await store.read('index.json.gz')).toBeUndefined()
    await store.replace('index.json.gz', Buffer.from('1'))
    await store.replace('index.json.gz', Buffer.from('2'))
    expect(String(await store.read('index.json.gz'))).toBe('2')
    await store.remove('index.json.gz')
    await store.remove('index.json.gz')
    expect(await store.read('index.json.gz')).toBeUndefined()
  })

  test('an index that is lost, damaged or old is built again, and equal', async () => {
    const store = await open()
    await addRun(store, run(1, ['a']))
    await storeIndex(store, (await currentIndex(store)).index)
    const old = await store.read('index.json.gz')
    await addRun(store, run(2, ['a', 'b']))
    await addRun(store, run(2, ['a'], {scope: {state: ['other.tfstate']}}))
    const {index, isStale} = await currentIndex(store)
    expect(isStale).toBe(true)
    expect(Object.keys(index.runs)).toHaveLength(3)
    await storeIndex(store, index)
    const built = await store.read('index.json.gz')
    expect(await currentIndex(store)).toMatchObject({index, isStale: false})
    for (const stored of [undefined, Buffer.from('{torn'), old, built?.subarray(0, 40)]) {
      if (stored) await store.replace('index.json.gz', stored)
      else await store.remove('index.json.gz')
      const again = await currentIndex(store)
      expect(again).toMatchObject({index, isStale: true})
      await storeIndex(store, again.index)
      expect(await store.read('index.json.gz')).toEqual(built)
    }
  })
})

describe('a folder', () => {
  test('what a killed run left behind, and what others put there, is no run', async () => {
    const path = folder()
    const store = await openStore(path, {}, signal)
    const {file} = await addRun(store, run(1, ['a']))
    writeFileSync(join(path, 'runs', `.${file}.1234abcd.tmp`), 'half of it')
    writeFileSync(join(path, 'runs', 'notes.txt'), 'ours')
    expect((await listRuns(store)).map((name) => name.file)).toEqual([file])
    expect(readdirSync(join(path, 'runs')).filter((name) => name.endsWith('.tmp'))).toHaveLength(1)
  })

  test.each([
    ['torn', (content: Buffer) => content.subarray(0, 100), 'is torn or damaged'],
    ['empty', () => Buffer.alloc(0), 'is torn or damaged'],
  ])('a %s file is a gap with its name, and the history goes on', async (_, damage, said) => {
    const path = folder()
    const store = await openStore(path, {}, signal)
    await addRun(store, run(1, ['a', 'b']))
    const {file} = await addRun(store, run(2, ['a']))
    await addRun(store, run(3, ['a']))
    const torn = join(path, 'runs', file)
    writeFileSync(torn, damage(readFileSync(torn)))
    const history = await readHistory(store, {}, '2026-11-30T00:00:00.000Z')
    expect(history.gaps).toEqual([
      {
        reason: 'unreadable-input',
        detail: `A kept run ${said}: the history goes on without it.`,
        hides: {count: 1, examples: []},
        source: {file: torn},
      },
    ])
    expect(history.counts).toMatchObject({gone: 1, still: 1})
    expect(history.runs).toHaveLength(2)
  })

  test('a file that is another one than its name says is a gap', async () => {
    const path = folder()
    const store = await openStore(path, {}, signal)
    const [first, second] = [await addRun(store, run(1, ['a'])), await addRun(store, run(2, ['b']))]
    writeFileSync(join(path, 'runs', first.file), readFileSync(join(path, 'runs', second.file)))
    const read = await readRun(store, first)
    expect(isRun(read)).toBe(false)
    expect(read).toMatchObject({reason: 'unreadable-input', detail: expect.stringContaining('was changed')})
  })

  test('that cannot be written to is an error that says so', async () => {
    const path = folder()
    writeFileSync(path, 'a file where the folder should be')
    const store = await openStore(path, {}, signal)
    await expect(addRun(store, run(1, []))).rejects.toMatchObject({code: 'history-not-writable'})
    await expect(listRuns(store)).rejects.toMatchObject({code: 'history-not-readable'})
  })
})

describe('a bucket', () => {
  test('is written to below its prefix alone, and never over what is there', async () => {
    const store = await openStore('s3://kept-runs/prod', {}, signal)
    await addRun(store, run(1, ['a']))
    const [{args: [put]} = {args: []}] = s3.commandCalls(PutObjectCommand)
    expect(put?.input).toMatchObject({Bucket: 'kept-runs', IfNoneMatch: '*'})
    expect(put?.input.Key).toMatch(/^prod\/runs\/2026-11-01T120000\.000Z-[\da-f]{12}-[\da-f]{16}\.json\.gz$/)
  })

  test('puts again where S3 saw two at once, and gives up after a while', async () => {
    const store = await openStore('s3://kept-runs/prod', {}, signal)
    troubles.push('ConditionalRequestConflict', 'ConditionalRequestConflict')
    expect(await store.create('runs/x', Buffer.from('x'))).toBe(true)
    troubles.push(...Array<string>(4).fill('ConditionalRequestConflict'))
    await expect(store.create('runs/y', Buffer.from('y'))).rejects.toMatchObject({
      code: 'history-not-writable',
      fault: 'aws',
    })
  })

  test('that denies something names the action', async () => {
    s3.on(ListObjectsV2Command).rejects(s3Error('AccessDenied', 403))
    const store = await openStore('s3://kept-runs/prod', {}, signal)
    await expect(listRuns(store)).rejects.toMatchObject({
      code: 'history-not-readable',
      message: expect.stringContaining('s3:ListBucket'),
    })
  })
})

test.each(['https://example.com/x', 's3://', 's3:///x', 'gs://bucket/x'])(
  '%s is no place of a history',
  async (place) => {
    await expect(openStore(place, {}, signal)).rejects.toMatchObject({code: 'history-place-invalid'})
  },
)

test('the order in which runs were added does not matter', async () => {
  const days = [1, 2, 3, 4, 5]
  const runs = [run(1, ['a', 'b']), run(2, ['a']), run(3, [], {gaps: [gap()]}), run(4, ['b', 'c']), run(5, ['a', 'c'])]
  const told = async (order: readonly number[]) => {
    const store = await openStore(folder(), {}, signal)
    for (const at of order) await addRun(store, runs[at - 1] ?? run(1, []))
    const {place: _, ...history} = await readHistory(store, {}, '2026-11-30T00:00:00.000Z')
    return {history, index: (await currentIndex(store)).index}
  }
  const expected = await told(days)
  expect(expected.history.counts).toEqual({new: 1, recurring: 1, still: 0, gone: 1, unknown: 0, ignored: 0})
  await assert(
    asyncProperty(shuffledSubarray(days, {minLength: days.length}), async (order) => {
      expect(await told(order)).toEqual(expected)
    }),
    {numRuns: 12},
  )
})

test('names of runs tell their time and scope', () => {
  const hash = createHash('sha256').update('x').digest('hex').slice(0, 16)
  const file = `2026-11-22T154139.123Z-0a1b2c3d4e5f-${hash}.json.gz`
  expect(parseRunName(file)).toEqual({file, at: '2026-11-22T15:41:39.123Z', scope: '0a1b2c3d4e5f'})
  expect(parseRunName(`x${file}`)).toBeUndefined()
})
