import {hash} from 'node:crypto'
import {promisify} from 'node:util'
import {gunzip, gzip} from 'node:zlib'

import type {KeptRun, RunScope} from '../model/history.ts'

/** Changes with the shape of what is kept in a way that older versions cannot read; fields are added without. */
const schemaVersion = '1.0'

const lengths = {scope: 12, content: 16}

/** What the name of a kept run tells; names sort by time. */
export interface RunName {
  readonly file: string
  /** ISO 8601. */
  readonly at: string
  readonly scope: string
}

/** `2026-11-22T154139.123Z-0a1b2c3d4e5f-0123456789abcdef.json.gz`: time, scope, and hash of the content, which tells a damaged file. */
const pattern = /^(\d{4}-\d\d-\d\dT)(\d\d)(\d\d)(\d\d\.\d{3}Z)-([\da-f]{12})-([\da-f]{16})\.json\.gz$/

/** undefined for a file that is no kept run. */
export function parseRunName(file: string): RunName | undefined {
  const [, date, hours, minutes, seconds, scope = ''] = pattern.exec(file) ?? []
  return date === undefined ? undefined : {file, at: `${date}${hours}:${minutes}:${seconds}`, scope}
}

/** Of equal scopes, whatever the order in which flags and their values were given. */
export function scopeId(scope: RunScope): string {
  const entries = Object.entries(scope).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const sorted = entries.map(([flag, values]) => [flag, values.toSorted()])
  return hash('sha256', JSON.stringify(sorted)).slice(0, lengths.scope)
}

/** The same run is the same file: whoever writes it twice changes nothing. */
export async function encodeRun(run: KeptRun): Promise<{readonly file: string; readonly content: Uint8Array}> {
  const text = JSON.stringify({schemaVersion, ...run})
  const at = run.brief.at.replaceAll(':', '')
  return {file: `${at}-${scopeId(run.scope)}-${contentHash(text)}.json.gz`, content: await promisify(gzip)(text)}
}

/** Why a file of a history cannot be used, in words that end `NAME ...`. */
export class DamagedFile extends Error {
  override readonly name = 'DamagedFile'
}

/** @throws DamagedFile */
export async function decodeRun(file: string, content: Uint8Array): Promise<KeptRun> {
  const text = await unpacked(content)
  if (pattern.exec(file)?.at(-1) !== contentHash(text)) throw new DamagedFile('was changed after it was written')
  const run = JSON.parse(text) as KeptRun & {readonly schemaVersion: string}
  if (majorOf(run.schemaVersion) !== majorOf(schemaVersion)) {
    throw new DamagedFile(`was kept by trueup ${run.version}, in a form that this version does not know`)
  }
  return run
}

/** @throws DamagedFile */
export async function unpacked(content: Uint8Array): Promise<string> {
  try {
    return (await promisify(gunzip)(content)).toString()
  } catch {
    throw new DamagedFile('is torn or damaged')
  }
}

function contentHash(text: string): string {
  return hash('sha256', text).slice(0, lengths.content)
}

function majorOf(version: string): string {
  return version.split('.')[0] ?? ''
}
