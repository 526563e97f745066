import {mkdir, rm, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {gzipSync} from 'node:zlib'

import {DuckDBInstance} from '@duckdb/node-api'
import {stringify} from 'csv-stringify/sync'
import {zipSync} from 'fflate'

import type {SyntheticCharge} from './charge.ts'
import {type Cells, curRow, snake, tagKeys} from './cur-rows.ts'
import {focusRow, type FocusVersion} from './focus-rows.ts'

/** Every format that is read, and how it is packed. */
export const billKinds = [
  'cur.csv',
  'cur.csv.gz',
  'cur.zip',
  'cur.parquet',
  'cur-2.csv',
  'cur-2.parquet',
  'cur-2-columns.csv',
  'cur-2-tags.parquet',
  'focus-1.0.csv',
  'focus-1.2.parquet',
  'focus-1.3.csv.gz',
  'focus-1.4.csv',
] as const
export type BillKind = (typeof billKinds)[number]

export function isFocus(kind: BillKind): boolean {
  return kind.startsWith('focus')
}

/** Writes the charges below a folder; @returns the path of the file */
export async function writeBill(charges: readonly SyntheticCharge[], kind: BillKind, folder: string): Promise<string> {
  const path = join(folder, kind)
  await mkdir(dirname(path), {recursive: true})
  const rows = rowsOf(charges, kind)
  if (kind.endsWith('.parquet')) await writeParquet(rows, path)
  else await writeFile(path, packed(csv(rows), kind))
  return path
}

function rowsOf(charges: readonly SyntheticCharge[], kind: BillKind): readonly Cells[] {
  const version = /^focus-([\d.]+\d)/.exec(kind)?.[1] as FocusVersion | undefined
  if (version !== undefined)
    return charges.flatMap((charge) => charge.focus.map((line) => focusRow(charge, line, version)))
  return charges.map((charge, at) => {
    const row = curRow(charge, at)
    if (kind.startsWith('cur.') && !kind.endsWith('.parquet'))
      return {...row, ...tagColumns(charge, (key) => `resourceTags/user:${key}`)}
    const renamed = Object.fromEntries(Object.entries(row).map(([name, value]) => [snake(name), value]))
    if (kind === 'cur.parquet' || kind === 'cur-2-columns.csv') {
      return {...renamed, ...tagColumns(charge, (key) => `resource_tags_user_${snake(key).slice(1)}`)}
    }
    const {product_product_name: productName = null, ...rest} = renamed
    const product = productName === null ? {} : {product_name: productName}
    return {...rest, product: JSON.stringify(product), ...tagMap(charge, kind)}
  })
}

function tagColumns({tags = {}}: SyntheticCharge, nameOf: (key: string) => string): Cells {
  return Object.fromEntries(tagKeys.map((key) => [nameOf(key), tags[key] ?? null]))
}

/** The map of CUR 2.0, in both spellings that are seen, and the newer one whose keys say whose tags they are. */
function tagMap({tags = {}}: SyntheticCharge, kind: BillKind): Cells {
  const of = (prefix: string): string =>
    JSON.stringify(Object.fromEntries(Object.entries(tags).map(([key, value]) => [`${prefix}${key}`, value])))
  if (kind === 'cur-2-tags.parquet') return {tags: of('resourceTag/')}
  return {resource_tags: of(kind === 'cur-2.csv' ? 'user:' : 'user_')}
}

function csv(rows: readonly Cells[]): string {
  return stringify([...rows], {header: true, columns: Object.keys(rows[0] ?? {})})
}

function packed(text: string, kind: BillKind): string | Uint8Array {
  if (kind.endsWith('.gz')) return gzipSync(text)
  return kind.endsWith('.zip') ? zipSync({'report-00001.csv': new TextEncoder().encode(text)}) : text
}

/** As AWS writes it: amounts as DOUBLE, times as TIMESTAMP, maps as MAP. */
async function writeParquet(rows: readonly Cells[], path: string): Promise<void> {
  const plain = `${path}.csv`
  await writeFile(plain, csv(rows))
  const columns = Object.keys(rows[0] ?? {}).map((name) => `${typed(name)} AS "${name}"`)
  const instance = await DuckDBInstance.create(':memory:', {threads: '1'})
  const connection = await instance.connect()
  await connection.run("SET TimeZone = 'UTC'")
  const from = `read_csv('${plain}', header = true, all_varchar = true, quote = '"', escape = '"', delim = ',')`
  await connection.run(`COPY (SELECT ${columns.join(', ')} FROM ${from}) TO '${path}' (FORMAT parquet)`)
  connection.closeSync()
  instance.closeSync()
  await rm(plain)
}

function typed(name: string): string {
  if (/^(?:resource_tags|tags|product|Tags)$/.test(name))
    return `CAST(CAST("${name}" AS JSON) AS MAP(VARCHAR, VARCHAR))`
  if (/(?:start|end)_date$|Period(?:Start|End)$/.test(name)) return `CAST(CAST("${name}" AS TIMESTAMPTZ) AS TIMESTAMP)`
  return isAmount(name) ? `CAST("${name}" AS DOUBLE)` : `"${name}"`
}

function isAmount(name: string): boolean {
  return /Cost$|_cost$|_amount$|_fee(?:_for_billing_period)?$|_commitment(?:_to_date)?$|Quantity$/.test(name)
}
