import type {S3Client} from '@aws-sdk/client-s3'
import picomatch from 'picomatch'

import {call} from '../../aws/call.ts'

export interface BillObject {
  readonly key: string
  readonly size: number
  /** Changes with the content. */
  readonly etag: string
}

/** Names choose among the objects of a folder, as they do among files. */
const ofBills = /\.(?:csv|csv\.gz|gz|zip|parquet|json)$/i

/** The objects of a key, of all keys below a folder, or of a glob. */
export async function objectsAt(
  client: S3Client,
  {bucket, key}: {readonly bucket: string; readonly key: string},
  signal: AbortSignal,
): Promise<readonly BillObject[]> {
  const {ListObjectsV2Command} = await import('@aws-sdk/client-s3')
  const {isGlob, base} = picomatch.scan(key)
  const prefix = isGlob ? base : key
  const isMatch = isGlob ? picomatch(key, {dot: true}) : (name: string) => name === key || isBelow(name, key)
  const found: BillObject[] = []
  let token: string | undefined
  do {
    const page = new ListObjectsV2Command({
      Bucket: bucket,
      Prefix: prefix,
      ...(token === undefined ? {} : {ContinuationToken: token}),
    })
    const {Contents: contents = [], NextContinuationToken: next} = await call('s3:ListBucket', () =>
      client.send(page, {abortSignal: signal}),
    )
    for (const {Key: name = '', Size: size = 0, ETag: etag = ''} of contents) {
      if (isMatch(name) && (name === key || ofBills.test(name)) && size > 0) found.push({key: name, size, etag})
    }
    token = next
  } while (token !== undefined)
  return found.toSorted((a, b) => (a.key < b.key ? -1 : 1))
}

function isBelow(name: string, folder: string): boolean {
  return folder === '' || name.startsWith(folder.endsWith('/') ? folder : `${folder}/`)
}
