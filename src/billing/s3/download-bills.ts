import {readFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import type {S3Client} from '@aws-sdk/client-s3'
import PQueue from 'p-queue'

import {call, FailedCall} from '../../aws/call.ts'
import {credentialsOf} from '../../aws/session.ts'
import type {Surroundings} from '../../model/surroundings.ts'
import {billError} from '../bill-error.ts'
import {manifestKeys} from '../manifest.ts'
import {defaultCacheLimit, type BillAccess} from './access.ts'
import {BillCache} from './bill-cache.ts'
import {chooseObjects} from './choose-objects.ts'
import {objectsAt, type BillObject} from './objects.ts'

const downloadsAtOnce = 4

/**
 * Bills of a bucket as local files: `s3://BUCKET/KEY`, all below `s3://BUCKET/FOLDER/`, or a glob. What is here already in the same version
 * is not downloaded again; the cache has a limit, and a bill that exceeds it is none for one machine.
 *
 * @returns files for `findBillFiles`, manifests among them
 * @throws {TrueupError} `bill-not-found`, `bill-unreadable`, `bill-too-large`
 */
export async function downloadBills(
  url: string,
  access: BillAccess,
  {cacheFolder, signal, progress}: Surroundings,
): Promise<readonly string[]> {
  const {bucket, key} = placeIn(url)
  const cache = new BillCache(join(cacheFolder ?? tmpdir(), 'bills'))
  try {
    const client = await clientOf(access)
    const store = new Store(client, cache, bucket, signal)
    progress.step(`listing ${url}`)
    const found = await objectsAt(client, {bucket, key}, signal)
    const isManifest = ({key: name, size}: BillObject) => name.endsWith('.json') && size < mostOfManifest
    const manifests = await store.manifests(found.filter(isManifest))
    const data = chooseObjects(
      found.filter(({key: name}) => !name.endsWith('.json')),
      manifests,
    )
    if (data.length === 0) throw billError('bill-not-found', `${url} holds no CSV or Parquet object`)
    checkSize(url, data, access.cacheLimit ?? defaultCacheLimit)
    progress.step(`downloading ${url}`)
    const queue = new PQueue({concurrency: downloadsAtOnce})
    let done = 0
    await queue.addAll(
      data.map((object) => async () => {
        await store.fetch(object)
        progress.advance(++done, data.length)
      }),
    )
    const files = [...manifests, ...data].map(({key: name}) => cache.pathOf(bucket, name))
    await cache.shrinkTo(access.cacheLimit ?? defaultCacheLimit, new Set(files))
    return files
  } catch (error) {
    signal.throwIfAborted()
    throw error instanceof FailedCall ? failed(url, error) : error
  }
}

/** Those of AWS have some kilobytes; a bill in JSON there is none. */
const mostOfManifest = 4 * 1024 ** 2

class Store {
  readonly #client: S3Client
  readonly #cache: BillCache
  readonly #bucket: string
  readonly #signal: AbortSignal

  constructor(client: S3Client, cache: BillCache, bucket: string, signal: AbortSignal) {
    this.#client = client
    this.#cache = cache
    this.#bucket = bucket
    this.#signal = signal
  }

  async fetch(object: BillObject): Promise<string> {
    const path = this.#cache.pathOf(this.#bucket, object.key)
    if (await this.#cache.has(this.#bucket, object)) return path
    const {GetObjectCommand} = await import('@aws-sdk/client-s3')
    // The version that was listed, or none: a delivery may overwrite it meanwhile.
    const command = new GetObjectCommand({Bucket: this.#bucket, Key: object.key, IfMatch: object.etag})
    const {Body: body} = await call('s3:GetObject', () => this.#client.send(command, {abortSignal: this.#signal}))
    await this.#cache.store(this.#bucket, object, body as AsyncIterable<Uint8Array>, this.#signal)
    return path
  }

  async manifests(candidates: readonly BillObject[]) {
    const found: {key: string; keys: readonly string[]}[] = []
    for (const object of candidates) {
      const keys = manifestKeys(await readFile(await this.fetch(object), 'utf8'))
      if (keys) found.push({key: object.key, keys})
    }
    return found
  }
}

function placeIn(text: string): {readonly bucket: string; readonly key: string} {
  const [, bucket, key = ''] = /^s3:\/\/([^/]+)(?:\/(.*))?$/.exec(text) ?? []
  if (bucket === undefined) throw billError('bill-not-found', `${text} names no bucket`)
  return {bucket, key}
}

/** Where nothing names one: S3 tells which one the bucket is in. */
const anyRegion = 'us-east-1'

async function clientOf({region, ...access}: BillAccess): Promise<S3Client> {
  const {S3Client} = await import('@aws-sdk/client-s3')
  const usual = await new S3Client(region === undefined ? {} : {region}).config.region().catch(() => anyRegion)
  return new S3Client({
    credentials: await credentialsOf({...access, region: usual}),
    region: usual,
    followRegionRedirects: true,
  })
}

function checkSize(url: string, data: readonly BillObject[], limit: number): void {
  const size = data.reduce((sum, object) => sum + object.size, 0)
  if (size <= limit) return
  throw billError(
    'bill-too-large',
    `${url} has ${gib(size)}, more than the ${gib(limit)} that downloaded bills may take`,
  )
}

function failed(url: string, {failure, cause}: FailedCall): Error {
  const isAbsent = ['NoSuchBucket', 'NoSuchKey', 'NotFound'].includes(String(cause))
  return billError(isAbsent ? 'bill-not-found' : 'bill-unreadable', `${url} cannot be read. ${failure.detail}`)
}

function gib(bytes: number): string {
  return `${(bytes / 1024 ** 3).toFixed(1)} GiB`
}
