import {mkdtemp, readdir, readFile, rm} from 'node:fs/promises'
import {createServer, type Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import {tmpdir} from 'node:os'
import {join, relative} from 'node:path'

import {afterEach, beforeEach, expect, test, vi} from 'vitest'

import {downloadBills} from '../../../src/billing/s3/download-bills.ts'
import type {BillAccess} from '../../../src/billing/s3/access.ts'
import {silentProgress} from '../../../src/model/progress.ts'

/** A bucket on the loopback interface; `asked` holds what was downloaded. */
let objects: Map<string, string>
let asked: string[]
let server: Server
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trueup-bills-'))
  objects = new Map()
  asked = []
  server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://s3')
    const key = decodeURIComponent(url.pathname).replace(/^\/bills\/?/, '')
    if (url.searchParams.has('list-type')) response.end(listing(url.searchParams))
    else {
      asked.push(key)
      const body = objects.get(key) ?? ''
      response.writeHead(request.headers['if-match'] === etagOf(body) ? 200 : 412)
      response.end(body)
    }
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) vi.stubEnv(name, undefined)
  vi.stubEnv('AWS_ENDPOINT_URL', `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDBILLS')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'not-a-secret')
  vi.stubEnv('AWS_CONFIG_FILE', join(folder, 'none'))
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', join(folder, 'none'))
})

afterEach(async () => {
  vi.unstubAllEnvs()
  server.closeAllConnections()
  await new Promise((closed) => server.close(closed))
  await rm(folder, {recursive: true})
})

function etagOf(body: string): string {
  return `"${Buffer.from(body).toString('hex').slice(0, 32)}"`
}

/** Two objects a page. */
function listing(query: URLSearchParams): string {
  const keys = [...objects.keys()].filter((key) => key.startsWith(query.get('prefix') ?? '')).toSorted()
  const start = Number(query.get('continuation-token') ?? 0)
  const page = keys.slice(start, start + 2).map((key) => {
    const body = objects.get(key) ?? ''
    return `<Contents><Key>${key}</Key><Size>${body.length}</Size><ETag>${etagOf(body).replaceAll('"', '&quot;')}</ETag></Contents>`
  })
  const more = start + 2 < keys.length
  const next = more ? `<NextContinuationToken>${start + 2}</NextContinuationToken>` : ''
  return `<ListBucketResult><IsTruncated>${more}</IsTruncated>${next}${page.join('')}</ListBucketResult>`
}

async function download(url: string, access: BillAccess = {}): Promise<readonly string[]> {
  const signal = new AbortController().signal
  const surroundings = {
    cacheFolder: folder,
    signal,
    progress: silentProgress,
    now: new Date(0),
    version: '0',
    stdin: (async function* () {})(),
  }
  const files = await downloadBills(url, access, surroundings)
  return files.map((file) => relative(join(folder, 'bills/bills'), file)).toSorted()
}

const manifest = (keys: readonly string[]) =>
  JSON.stringify({assemblyId: 'b', reportName: 'r', account: '1', billingPeriod: {start: '20261001'}, reportKeys: keys})

test('all below a folder, page after page; what is there in the same version stays', async () => {
  objects = new Map([
    ['cur/a.csv', 'one'],
    ['cur/b.parquet', 'two'],
    ['cur/notes.txt', 'no bill'],
    ['cur/c.csv.gz', 'three'],
    ['curious/d.csv', 'of somebody else'],
  ])
  expect(await download('s3://bills/cur')).toEqual(['cur/a.csv', 'cur/b.parquet', 'cur/c.csv.gz'])
  expect(await readFile(join(folder, 'bills/bills/cur/b.parquet'), 'utf8')).toBe('two')
  asked = []
  objects.set('cur/a.csv', 'newer')
  await download('s3://bills/cur/')
  expect(asked).toEqual(['cur/a.csv'])
  expect(await readFile(join(folder, 'bills/bills/cur/a.csv'), 'utf8')).toBe('newer')
})

test('versions that a manifest does not name are not downloaded', async () => {
  const keys = ['r/20261001-20261101/b/r-1.csv.gz']
  objects = new Map([
    ['r/20261001-20261101/r-Manifest.json', manifest(keys)],
    ['r/20261001-20261101/a/r-Manifest.json', manifest(['r/20261001-20261101/a/r-1.csv.gz'])],
    ['r/20261001-20261101/a/r-1.csv.gz', 'overwritten'],
    ['r/20261001-20261101/b/r-1.csv.gz', 'current'],
    ['r/20260901-20261001/r-1.csv.gz', 'a month without a manifest'],
  ])
  const files = await download('s3://bills/r/')
  expect(files.filter((file) => file.endsWith('.gz'))).toEqual([
    'r/20260901-20261001/r-1.csv.gz',
    'r/20261001-20261101/b/r-1.csv.gz',
  ])
})

test('a glob', async () => {
  objects = new Map([
    ['f/2026-09/x.parquet', '9'],
    ['f/2026-10/x.parquet', '10'],
  ])
  expect(await download('s3://bills/f/*-10/*.parquet')).toEqual(['f/2026-10/x.parquet'])
})

test('a bill that exceeds the cache is refused before it is downloaded; an older one makes room', async () => {
  objects = new Map([['old/a.csv', 'x'.repeat(60)]])
  await download('s3://bills/old/', {cacheLimit: 100})
  objects = new Map([['new/a.csv', 'y'.repeat(70)]])
  await download('s3://bills/new/', {cacheLimit: 100})
  expect(
    (await readdir(join(folder, 'bills/bills'), {recursive: true})).filter((name) => name.endsWith('.csv')),
  ).toEqual(['new/a.csv'])
  asked = []
  await expect(download('s3://bills/new/', {cacheLimit: 50})).rejects.toMatchObject({code: 'bill-too-large'})
  expect(asked).toEqual([])
})

test('nothing there', async () => {
  await expect(download('s3://bills/none/')).rejects.toMatchObject({code: 'bill-not-found'})
})
