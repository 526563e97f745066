import type {PaidFor} from '../../model/bill.ts'
import type {Surroundings} from '../../model/surroundings.ts'
import {forTotalsColumns, forTotalsTypes, selectForTotals} from '../../spend/bill-totals/total-queries.ts'
import type {Projection} from '../../spend/charges/charge-line.ts'
import {trino} from '../../spend/charges/dialect.ts'
import {
  detailNames,
  selectDetail,
  selectOfDetail,
  selectSums,
  selectTagText,
  sumsColumns,
  sumsTypes,
} from '../../spend/charges/kind-queries.ts'
import {projectionOf} from '../../spend/charges/project.ts'
import {billError} from '../bill-error.ts'
import {openEngine, type Engine} from '../engine.ts'
import type {Bill} from '../open-bill.ts'
import type {BillAccess} from '../s3/access.ts'
import {Athena, type Workgroup} from './athena.ts'
import {partitionsOf, statement} from './athena-sql.ts'
import {billClientSettings} from './clients.ts'
import {type AthenaPlace, athenaPlace} from './place.ts'
import {loadResults} from './results.ts'
import {scanPrice} from './scan-price.ts'

/**
 * A bill that Athena sums where it lies: the queries are those of bills on this machine, in its dialect, and what they give is small enough
 * to go on with here. Each query is told before it is made, and what it scanned afterwards.
 *
 * @throws {TrueupError} `athena-place-invalid`, `athena-no-output`, `athena-denied`, `athena-limit`, `athena-failed`, `bill-not-a-bill`
 */
export async function openAthenaBill(url: string, surroundings: Surroundings, access: BillAccess): Promise<Bill> {
  const place = athenaPlace(url)
  const {AthenaClient} = await import('@aws-sdk/client-athena')
  const settings = await billClientSettings(access)
  const athena = new Athena(new AthenaClient(settings), place, access.athenaOutput, surroundings.signal)
  const workgroup = await athena.workgroup()
  checkWorkgroup(place, workgroup, access)
  const {columns, partitions} = await athena.columns()
  const projection = projectionOf(columns, trino)
  if (typeof projection === 'string') {
    const names = columns.slice(0, 5).map(({name}) => name)
    throw billError(
      projection === 'focus-preview' ? 'bill-focus-preview' : 'bill-not-a-bill',
      `${url} is no bill: its columns are ${names.join(', ')}, ...`,
    )
  }
  const engine = await openEngine(surroundings.signal)
  const asked = new AskedTable({place, projection, athena, engine, workgroup, surroundings, settings})
  asked.partitions = partitionsOf(access.months, partitions)
  return asked.bill()
}

function checkWorkgroup({url, workgroup}: AthenaPlace, found: Workgroup, {athenaOutput}: BillAccess): void {
  if (found.isDisabled) throw billError('athena-failed', `${url}: the workgroup ${workgroup} is disabled`)
  if (found.isKnown && found.output === undefined && !found.managed && athenaOutput === undefined) {
    throw billError('athena-no-output', `the workgroup ${workgroup} does not say where results are written`)
  }
}

interface Parts {
  readonly place: AthenaPlace
  readonly projection: Projection
  readonly athena: Athena
  readonly engine: Engine
  readonly workgroup: Workgroup
  readonly surroundings: Surroundings
  readonly settings: Awaited<ReturnType<typeof billClientSettings>>
}

class AskedTable {
  partitions: string | undefined
  readonly #parts: Parts
  readonly #scanned: number[] = []
  #lines = 0

  constructor(parts: Parts) {
    this.#parts = parts
  }

  bill(): Bill {
    const {place, projection, engine} = this.#parts
    const files = {count: 1, examples: [place.url]}
    const lines = () => this.#lines
    const paid = () => this.#paid()
    return {
      get inputs() {
        return [{format: projection.format, files, lines: lines()}]
      },
      get paid() {
        return paid()
      },
      notes: projection.notes,
      missing: new Map([...projection.missing].map(([column, needs]) => [column, {figure: column, needs, files}])),
      gaps: [],
      skipped: [],
      fileOf: () => place.url,
      sum: async (scope) => {
        await this.#keep('sums', selectSums(scope), sumsColumns, sumsTypes)
        const [row] = await engine.rows('SELECT CAST(COALESCE(SUM(lines), 0) AS VARCHAR) AS lines FROM sums')
        this.#lines = Number(row?.['lines'] ?? 0)
      },
      linesOf: async (scope, kinds, columns) => {
        await this.#keep('detail', selectDetail(scope, kinds, columns), detailNames(columns))
        return engine.rows(selectOfDetail(kinds, columns))
      },
      hasTagText: async (texts) => {
        await this.#keep('found', selectTagText(texts), ['found'])
        return (await engine.rows('SELECT found FROM found')).length > 0
      },
      forTotals: async (scope, needs) => {
        await this.#keep('for_totals', selectForTotals(scope, needs), forTotalsColumns, forTotalsTypes)
        return 'for_totals'
      },
      hasLines: false,
      run: (sql) => engine.run(sql),
      rows: (sql) => engine.rows(sql),
      stream: (sql) => engine.stream(sql),
      load: (table, columns, rows) => engine.load(table, columns, rows),
      dropBroken: () => Promise.resolve(false),
      [Symbol.asyncDispose]: () => engine[Symbol.asyncDispose](),
    }
  }

  /** Asks Athena, and keeps the answer as a table here. */
  async #keep(
    table: string,
    select: string,
    columns: readonly string[],
    types: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    const {place, projection, athena, engine, surroundings, settings} = this.#parts
    surroundings.progress.step(this.#announced())
    const answered = await athena.run(statement(place, projection, select, this.partitions))
    this.#scanned.push(answered.bytes)
    const texts = `${table}_texts`
    if (answered.output === undefined) await engine.load(texts, columns, flat(athena.pages(answered.id)))
    else {
      const {S3Client} = await import('@aws-sdk/client-s3')
      const client = new S3Client({...settings, followRegionRedirects: true})
      await loadResults(engine, client, answered.output, {table: texts, columns, signal: surroundings.signal})
    }
    const typed = columns.map((name) => `CAST(${name} AS ${types[name] ?? 'VARCHAR'}) AS ${name}`)
    await engine.run(`CREATE OR REPLACE TABLE ${table} AS SELECT ${typed.join(', ')} FROM ${texts}`)
    await engine.run(`DROP TABLE ${texts}`)
  }

  /** What can be known before: which query it is, and what the workgroup allows it to scan. */
  #announced(): string {
    const {place, workgroup} = this.#parts
    const {mostBytes} = workgroup
    const limit = mostBytes === undefined ? 'its workgroup sets no limit' : `of ${gib(mostBytes)} at most`
    const whole = this.partitions === undefined ? 'all partitions' : 'the partitions of the months'
    return `asking Athena: query ${this.#scanned.length + 1} over ${whole} of ${place.table}, ${limit}, USD 5 a terabyte`
  }

  #paid(): PaidFor {
    const bytes = this.#scanned.reduce((sum, one) => sum + one, 0)
    return {service: 'athena', requests: this.#scanned.length, bytes, usd: scanPrice(this.#scanned)}
  }
}

function gib(bytes: number): string {
  return `${(bytes / 1024 ** 3).toFixed(1)} GiB`
}

async function* flat<T>(pages: AsyncIterable<readonly T[]>): AsyncGenerator<T> {
  for await (const rows of pages) yield* rows
}
