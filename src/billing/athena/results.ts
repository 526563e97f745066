import {createWriteStream} from 'node:fs'
import {rm} from 'node:fs/promises'
import {join} from 'node:path'
import {Readable} from 'node:stream'
import {pipeline} from 'node:stream/promises'

import type {S3Client} from '@aws-sdk/client-s3'

import {call, FailedCall} from '../../aws/call.ts'
import {quoteText} from '../../spend/charges/sql.ts'
import {billError} from '../bill-error.ts'
import type {Engine} from '../engine.ts'

/**
 * The CSV that Athena wrote of a query, as a table of texts: every value is quoted, what is not is NULL.
 *
 * @throws {TrueupError} `athena-denied`, `athena-failed`
 */
export async function loadResults(
  engine: Engine,
  client: S3Client,
  output: string,
  {table, columns, signal}: {table: string; columns: readonly string[]; signal: AbortSignal},
): Promise<void> {
  const [, bucket = '', key = ''] = /^s3:\/\/([^/]+)\/(.*)$/.exec(output) ?? []
  const file = join(engine.folder, 'athena.csv')
  const {GetObjectCommand} = await import('@aws-sdk/client-s3')
  try {
    const command = new GetObjectCommand({Bucket: bucket, Key: key})
    const {Body: body} = await call('s3:GetObject', () => client.send(command, {abortSignal: signal}))
    await pipeline(Readable.from(body as AsyncIterable<Uint8Array>), createWriteStream(file), {signal})
    const types = columns.map((name) => `${quoteText(name)}: 'VARCHAR'`).join(', ')
    await engine.run(`CREATE OR REPLACE TABLE ${table} AS SELECT * FROM read_csv(${quoteText(file)}, auto_detect = false,
      header = true, delim = ',', quote = '"', escape = '"', nullstr = '', allow_quoted_nulls = false, columns = {${types}})`)
  } catch (error) {
    if (!(error instanceof FailedCall)) throw error
    const {reason, detail} = error.failure
    throw billError(
      reason === 'denied' ? 'athena-denied' : 'athena-failed',
      `${output} cannot be read: ${detail}`,
      error,
    )
  } finally {
    await rm(file, {force: true})
  }
}
