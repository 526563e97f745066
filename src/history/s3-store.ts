import type {S3Client} from '@aws-sdk/client-s3'
import pRetry from 'p-retry'

import {call, FailedCall} from '../aws/call.ts'
import {credentialsOf} from '../aws/session.ts'
import {compareText} from '../model/finding.ts'
import {storeFailed} from './history-error.ts'
import type {HistoryStore, StoredFile} from './store.ts'

/** How the bucket is reached, which may be in another account than what is scanned. */
export interface HistoryAccess {
  readonly profile?: string
  /** Assumed one through the other. */
  readonly roles?: readonly string[]
  readonly externalId?: string
  readonly region?: string
  /** For endpoints that are not AWS's own, and have no name for each bucket. */
  readonly pathStyle?: boolean
}

/** A history in a bucket, below a prefix. The client is made with the first call. */
export function s3Store(
  {bucket, prefix}: {readonly bucket: string; readonly prefix: string},
  access: HistoryAccess,
  signal: AbortSignal,
): HistoryStore {
  const name = `s3://${bucket}/${prefix}`
  let made: Promise<S3Client> | undefined
  const connect = async (): Promise<S3Client> => (made ??= clientOf(access))
  const keyOf = (path: string): string => (prefix === '' ? path : `${prefix.replace(/\/$/, '')}/${path}`)
  const reading = failingAs('history-not-readable', name, signal)
  const writing = failingAs('history-not-writable', name, signal)
  const at = {abortSignal: signal}
  return {
    name,
    list: async (folder) => reading(async () => listed(await connect(), {bucket, prefix: `${keyOf(folder)}/`}, signal)),
    read: async (path) =>
      reading(async () => {
        const {GetObjectCommand} = await import('@aws-sdk/client-s3')
        const command = new GetObjectCommand({Bucket: bucket, Key: keyOf(path)})
        const client = await connect()
        const found = await call('s3:GetObject', async () => client.send(command, at)).catch(nothingWhereAbsent)
        return found?.Body?.transformToByteArray()
      }),
    create: async (path, content) =>
      writing(async () => created(await connect(), {bucket, key: keyOf(path)}, content, signal)),
    replace: async (path, content) => {
      await writing(async () => {
        const {PutObjectCommand} = await import('@aws-sdk/client-s3')
        const command = new PutObjectCommand({Bucket: bucket, Key: keyOf(path), Body: content})
        const client = await connect()
        return call('s3:PutObject', async () => client.send(command, at))
      })
    },
    remove: async (path) => {
      await writing(async () => {
        const {DeleteObjectCommand} = await import('@aws-sdk/client-s3')
        const command = new DeleteObjectCommand({Bucket: bucket, Key: keyOf(path)})
        const client = await connect()
        return call('s3:DeleteObject', async () => client.send(command, at))
      })
    },
  }
}

/** Where nothing names one: S3 tells which one the bucket is in. */
const anyRegion = 'us-east-1'

async function clientOf({region, pathStyle = false, ...access}: HistoryAccess): Promise<S3Client> {
  const {S3Client} = await import('@aws-sdk/client-s3')
  const usual = await new S3Client(region === undefined ? {} : {region}).config.region().catch(() => anyRegion)
  return new S3Client({
    credentials: await credentialsOf({...access, region: usual}),
    region: usual,
    followRegionRedirects: true,
    ...(pathStyle && {forcePathStyle: true}),
  })
}

async function listed(
  client: S3Client,
  {bucket, prefix}: {readonly bucket: string; readonly prefix: string},
  signal: AbortSignal,
): Promise<readonly StoredFile[]> {
  const {ListObjectsV2Command} = await import('@aws-sdk/client-s3')
  const found: StoredFile[] = []
  let token: string | undefined
  do {
    const page = new ListObjectsV2Command({
      Bucket: bucket,
      Prefix: prefix,
      Delimiter: '/',
      ...(token !== undefined && {ContinuationToken: token}),
    })
    const {Contents: contents = [], NextContinuationToken: next} = await call('s3:ListBucket', async () =>
      client.send(page, {abortSignal: signal}),
    )
    for (const {Key: key = '', LastModified: modified = new Date(0)} of contents) {
      found.push({name: key.slice(prefix.length), modified})
    }
    token = next
  } while (token !== undefined)
  return found.filter(({name}) => name !== '').toSorted((a, b) => compareText(a.name, b.name))
}

/** Two that put the same key at once are told so by S3, and may try again: then there is one. */
const attempts = 4

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html */
async function created(
  client: S3Client,
  {bucket, key}: {readonly bucket: string; readonly key: string},
  content: Uint8Array,
  signal: AbortSignal,
): Promise<boolean> {
  const {PutObjectCommand} = await import('@aws-sdk/client-s3')
  const command = () => new PutObjectCommand({Bucket: bucket, Key: key, Body: content, IfNoneMatch: '*'})
  const put = async (): Promise<boolean> => {
    try {
      await call('s3:PutObject', async () => client.send(command(), {abortSignal: signal}))
      return true
    } catch (error) {
      if (nameOf(error) === 'PreconditionFailed') return false
      throw error
    }
  }
  return pRetry(put, {retries: attempts - 1, minTimeout: 100, shouldRetry: isConflict, signal})
}

function isConflict({error}: {readonly error: Error}): boolean {
  return nameOf(error) === 'ConditionalRequestConflict'
}

const absent = new Set(['NoSuchKey', 'NotFound'])

function nothingWhereAbsent(error: unknown): undefined {
  if (absent.has(nameOf(error))) return
  throw error
}

function nameOf(error: unknown): string {
  if (error instanceof FailedCall) return String(error.cause)
  return error instanceof Error ? error.name : ''
}

type Attempt = <T>(work: () => Promise<T>) => Promise<T>

function failingAs(code: 'history-not-readable' | 'history-not-writable', place: string, signal: AbortSignal): Attempt {
  return async (work) => {
    try {
      return await work()
    } catch (error) {
      signal.throwIfAborted()
      if (error instanceof FailedCall) throw storeFailed(code, place, `failed. ${error.failure.detail}`)
      if (nameOf(error) === 'CredentialsProviderError')
        throw storeFailed(code, place, 'failed: no credentials were found')
      throw error
    }
  }
}
