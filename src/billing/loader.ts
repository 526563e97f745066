import {stat} from 'node:fs/promises'

import {TrueupError} from '../errors.ts'
import type {SourceColumn} from '../model/bill.ts'
import {projectedSelect, type Projection} from '../spend/charges/charge-line.ts'
import {projectionOf} from '../spend/charges/project.ts'
import {billError} from './bill-error.ts'
import {readCsvHeader} from './csv-header.ts'
import {type Engine, engineReason} from './engine.ts'
import {csvColumns, parquetColumns, plainPath, readCsv, readParquet} from './source-files.ts'
import {fileDigest, kindOf, plainCsvs, type PlainCsv} from './unpack.ts'

/** A file that is part of the bill. */
export interface Source {
  /** As a person would name it. */
  readonly file: string
  /** As DuckDB reads it. */
  readonly path: string
  readonly projection: Projection
  readonly delivery: number
  readonly lines: number
  /** Parquet is asked where it lies; CSV is read once, into the engine. */
  readonly kind: 'parquet' | 'csv'
}

/** Takes files into the engine one by one; what cannot be read becomes a problem, and the rest goes on. */
export class Loader {
  readonly problems: TrueupError[] = []
  readonly duplicates: {readonly file: string; readonly as: string}[] = []
  seen = 0
  readonly #engine: Engine
  #sources: Source[] = []
  readonly #byDigest = new Map<string, string>()
  /** By number of lines and bytes: only files with as many can hold the same. */
  readonly #parquetBySize = new Map<string, {readonly file: string; digest?: string}[]>()

  constructor(engine: Engine) {
    this.#engine = engine
  }

  get sources(): readonly Source[] {
    return this.#sources
  }

  async add(file: string, delivery: number): Promise<void> {
    this.seen += 1
    try {
      const kind = await kindOf(file)
      if (kind === 'parquet') await this.#addParquet(file, delivery)
      else {
        for await (const csv of plainCsvs(file, kind, this.#engine.folder)) await this.#addCsv(csv, delivery)
      }
    } catch (error) {
      if (!(error instanceof TrueupError)) throw error
      this.problems.push(error)
    }
  }

  /** The relation `lines`: what was loaded, and the Parquet files, those with equal columns together. */
  async defineLines(): Promise<void> {
    const parquet = this.#sources.filter(({kind}) => kind === 'parquet')
    const groups = Map.groupBy(parquet, ({projection, delivery}) => JSON.stringify([projection.expressions, delivery]))
    const selects = [...groups.values()].flatMap(([first, ...rest]) =>
      first === undefined
        ? []
        : [projectedSelect(first.projection, first.delivery, readParquet([first.path, ...rest.map(({path}) => path)]))],
    )
    await this.#engine.run(
      `CREATE OR REPLACE VIEW lines AS ${['SELECT * FROM loaded', ...selects].join(' UNION ALL ')}`,
    )
  }

  /** Reads each Parquet file to its end; @returns whether some were broken, and are left out now */
  async dropBroken(): Promise<boolean> {
    const whole: Source[] = []
    for (const source of this.#sources) {
      const broken = source.kind === 'parquet' ? await this.#readThrough(source) : undefined
      if (broken === undefined) whole.push(source)
      else this.problems.push(broken)
    }
    const dropped = whole.length < this.#sources.length
    this.#sources = whole
    if (dropped) await this.defineLines()
    return dropped
  }

  async #readThrough({file, path}: Source): Promise<TrueupError | undefined> {
    try {
      await this.#engine.rows(`SELECT CAST(COUNT(COLUMNS(*)) AS VARCHAR) FROM ${readParquet([path])}`)
      return undefined
    } catch (error) {
      return billError('bill-corrupt', `${file} cannot be read: ${engineReason(error)}`, error)
    }
  }

  async #addParquet(file: string, delivery: number): Promise<void> {
    const path = await plainPath(file, this.#engine.folder)
    const {columns, lines} = await parquetColumns(this.#engine, path).catch((error: unknown) => {
      throw billError('bill-corrupt', `${file} cannot be read: ${engineReason(error)}`, error)
    })
    const projection = projected(file, columns)
    if (await this.#isSecondParquet(file, lines)) return
    this.#sources.push({file, path, projection, delivery, lines, kind: 'parquet'})
  }

  async #isSecondParquet(file: string, lines: number): Promise<boolean> {
    const size = `${lines} ${(await stat(file)).size}`
    const others = this.#parquetBySize.get(size) ?? []
    const own: {readonly file: string; digest?: string} = {file}
    for (const other of others) {
      own.digest ??= await fileDigest(file)
      other.digest ??= await fileDigest(other.file)
      if (other.digest === own.digest) {
        this.duplicates.push({file, as: other.file})
        return true
      }
    }
    this.#parquetBySize.set(size, [...others, own])
    return false
  }

  async #addCsv({path, shown, digest}: PlainCsv, delivery: number): Promise<void> {
    const same = this.#byDigest.get(digest)
    if (same !== undefined) {
      this.duplicates.push({file: shown, as: same})
      return
    }
    const header = await readCsvHeader(path, shown)
    const projection = projected(shown, csvColumns(header))
    const from = readCsv(await plainPath(path, this.#engine.folder), header, projection.format === 'focus')
    const before = await this.#loaded()
    try {
      await this.#engine.run(`INSERT INTO loaded ${projectedSelect(projection, delivery, from)}`)
    } catch (error) {
      const reason = engineReason(error).replaceAll(path, shown)
      throw billError('bill-corrupt', `${shown} cannot be read: ${reason}`, error)
    }
    this.#byDigest.set(digest, shown)
    this.#sources.push({file: shown, path, projection, delivery, lines: (await this.#loaded()) - before, kind: 'csv'})
  }

  async #loaded(): Promise<number> {
    const [row] = await this.#engine.rows('SELECT CAST(COUNT(*) AS VARCHAR) AS lines FROM loaded')
    return Number(row?.['lines'] ?? 0)
  }
}

/** @throws {TrueupError} `bill-not-a-bill`, `bill-focus-preview` */
function projected(shown: string, columns: readonly SourceColumn[]): Projection {
  const projection = projectionOf(columns)
  if (projection === 'focus-preview') {
    throw billError(
      'bill-focus-preview',
      `${shown} is a FOCUS file older than 1.0: it has ChargeType, not ChargeCategory`,
    )
  }
  if (projection === 'not-a-bill') {
    const names = columns.slice(0, 5).map(({name}) => name.slice(0, 40))
    throw billError(
      'bill-not-a-bill',
      `${shown} is no bill: its columns are ${names.join(', ')}${columns.length > 5 ? ', ...' : ''}`,
    )
  }
  return projection
}
