import {TrueupError} from '../errors.ts'
import type {BillFormat, BillInput, NotComputable, PaidFor} from '../model/bill.ts'
import type {Gap} from '../model/gap.ts'
import type {Surroundings} from '../model/surroundings.ts'
import type {TextRow} from '../spend/bill-sums.ts'
import {linesForTotals, type TotalsNeeds} from '../spend/bill-totals/total-queries.ts'
import {chargeColumns, type ChargeColumn, type ProjectionNote} from '../spend/charges/charge-line.ts'
import {
  type ChargeScope,
  createSums,
  type PickedKind,
  selectByKind,
  selectTagText,
} from '../spend/charges/kind-queries.ts'
import type {LackingSums} from '../spend/untagged/lacking-sums.ts'
import {billError} from './bill-error.ts'
import {openEngine, type Engine, type Row} from './engine.ts'
import {type FoundBill, findBillFiles} from './find-bill-files.ts'
import {Loader} from './loader.ts'
import type {BillAccess} from './s3/access.ts'

/** Charges of files, ready to be asked: the relation `lines` in the shape of `spend/charges/charge-line.ts`. */
export interface Bill extends AsyncDisposable {
  readonly inputs: readonly BillInput[]
  readonly notes: readonly ProjectionNote[]
  /** Columns of the model that some file cannot give, and what it would take. */
  readonly missing: ReadonlyMap<ChargeColumn, NotComputable>
  /** Files that were not read, and how many lines. */
  readonly gaps: readonly Gap[]
  /** Files that hold what another one holds, or that a newer version replaces; not read. */
  readonly skipped: readonly SkippedFile[]
  /** A file (or the manifest) of a delivery, by its number in `lines`. */
  fileOf(delivery: number): string
  /** What the engine asked for costs, where it costs anything; complete when all has been asked. */
  readonly paid?: PaidFor
  /** What the source cannot tell, besides missing columns. */
  readonly notComputable?: readonly NotComputable[]
  /** Usage that lacks keys, where lines do not tell their tags: by the sets of keys that were asked for. */
  readonly lacking?: readonly LackingSums[]
  /** Makes the table `sums` of `spend/charges/kind-queries.ts`, from which all else is made that is said of the bill as a whole. */
  sum(scope: ChargeScope): Promise<void>
  /** Lines of some kinds, of the table `kinds`, summed by columns of the model. */
  linesOf(
    scope: ChargeScope,
    kinds: readonly PickedKind[],
    columns: readonly ChargeColumn[],
  ): Promise<readonly TextRow[]>
  /** Whether any line has one of the texts in its tags. */
  hasTagText(texts: readonly string[]): Promise<boolean>
  /** SQL of a relation for `selectTotals`. */
  forTotals(scope: ChargeScope, needs: TotalsNeeds): Promise<string>
  /** Whether the relation `lines` is in reach of `run` and `rows`. */
  readonly hasLines: boolean
  run(sql: string): Promise<void>
  /** All columns must be VARCHAR. */
  rows(sql: string): Promise<readonly Row[]>
  readonly stream: Engine['stream']
  readonly load: Engine['load']
  /** Which of the files cannot be read to the end, after a query over Parquet has failed; they are left out from then on. */
  dropBroken(): Promise<boolean>
}

export interface SkippedFile {
  readonly file: string
  readonly because: 'same-content' | 'superseded'
  readonly as?: string
}

/**
 * Reads bills from files, directories, globs, manifests and buckets. A file that cannot be read is a gap as long as there is another one.
 *
 * @throws {TrueupError} `duckdb-missing`, or a `bill-...` code where nothing could be read or counting would be wrong
 */
export async function openBill(
  patterns: readonly string[],
  surroundings: Surroundings,
  access: BillAccess = {},
): Promise<Bill> {
  const elsewhere = await remoteBill(patterns, surroundings, access)
  if (elsewhere) return elsewhere
  const found = await findBillFiles(await localFiles(patterns, access, surroundings))
  if (found.deliveries.length === 0) {
    throw found.problems[0] ?? billError('bill-not-found', `${patterns.join(', ')}: no bill`)
  }
  const engine = await openEngine(surroundings.signal)
  try {
    return await load(engine, found, surroundings)
  } catch (error) {
    await engine[Symbol.asyncDispose]()
    throw error
  }
}

/** A bill that lies in an engine of AWS; its clients are loaded when there is one. */
async function remoteBill(
  patterns: readonly string[],
  surroundings: Surroundings,
  access: BillAccess,
): Promise<Bill | undefined> {
  const remote = patterns.filter((pattern) => pattern === 'cost-explorer' || pattern.startsWith('athena://'))
  const [place] = remote
  if (place === undefined) return undefined
  if (patterns.length > 1) {
    throw billError('bill-engines-mixed', `${place} is given beside ${patterns.find((one) => one !== place) ?? place}`)
  }
  if (place === 'cost-explorer') {
    return (await import('./cost-explorer/open-cost-explorer.ts')).openCostExplorer(surroundings, access)
  }
  const {openAthenaBill} = await import('./athena/open-athena-bill.ts')
  return openAthenaBill(place, surroundings, access)
}

/** Bills of buckets are downloaded first; the client is loaded when there are some. */
async function localFiles(
  patterns: readonly string[],
  access: BillAccess,
  surroundings: Surroundings,
): Promise<readonly string[]> {
  const files: string[] = []
  for (const pattern of patterns) {
    if (!pattern.startsWith('s3://')) files.push(pattern)
    else files.push(...(await (await import('./s3/download-bills.ts')).downloadBills(pattern, access, surroundings)))
  }
  return files
}

async function load(engine: Engine, found: FoundBill, {progress}: Surroundings): Promise<Bill> {
  const columns = Object.entries(chargeColumns).map(([name, type]) => `${name} ${type}`)
  await engine.run(`CREATE TABLE loaded (${columns.join(', ')})`)
  const loader = new Loader(engine)
  const total = found.deliveries.reduce((sum, {files}) => sum + files.length, 0)
  progress.step('reading bills')
  for (const [number, {files}] of found.deliveries.entries()) {
    for (const file of files) {
      await loader.add(file, number)
      progress.advance(loader.seen, total)
    }
  }
  const problems = [...found.problems, ...loader.problems]
  if (loader.sources.length === 0) throw problems[0] ?? billError('bill-empty', 'the files hold no charges')
  await loader.defineLines()
  return {
    inputs: inputsOf(loader),
    notes: [...new Set(loader.sources.flatMap(({projection}) => projection.notes))].toSorted(),
    missing: missingOf(loader),
    get gaps() {
      return [...found.problems, ...loader.problems].map(gapOf)
    },
    skipped: [
      ...found.superseded.map((file) => ({file, because: 'superseded' as const})),
      ...loader.duplicates.map(({file, as}) => ({file, because: 'same-content' as const, as})),
    ],
    fileOf: (number) => found.deliveries[number]?.manifest ?? found.deliveries[number]?.files[0] ?? '',
    sum: (scope) => engine.run(createSums(scope)),
    linesOf: (scope, kinds, names) => engine.rows(selectByKind(scope, kinds, names)),
    hasTagText: async (texts) => (await engine.rows(selectTagText(texts))).length > 0,
    forTotals: (scope) => Promise.resolve(linesForTotals(scope)),
    hasLines: true,
    run: (sql) => engine.run(sql),
    rows: (sql) => engine.rows(sql),
    stream: (sql) => engine.stream(sql),
    load: (table, names, rows) => engine.load(table, names, rows),
    dropBroken: () => loader.dropBroken(),
    [Symbol.asyncDispose]: () => engine[Symbol.asyncDispose](),
  }
}

function inputsOf({sources}: Loader): readonly BillInput[] {
  return [...Map.groupBy(sources, ({projection}): BillFormat => projection.format)].map(([format, some]) => ({
    format,
    files: named(some.map(({file}) => file)),
    lines: some.reduce((sum, {lines}) => sum + lines, 0),
  }))
}

function missingOf({sources}: Loader): ReadonlyMap<ChargeColumn, NotComputable> {
  const all = sources.flatMap(({projection, file}) =>
    [...projection.missing].map(([column, needs]) => ({column, needs, file})),
  )
  return new Map(
    [...Map.groupBy(all, ({column}) => column)].map(([column, some]) => [
      column,
      {
        figure: column,
        needs: [...new Set(some.flatMap(({needs}) => needs))],
        files: named(some.map(({file}) => file)),
      },
    ]),
  )
}

const namedFiles = 5

function named(files: readonly string[]): {readonly count: number; readonly examples: readonly string[]} {
  return {count: files.length, examples: files.slice(0, namedFiles)}
}

/** What a file that could not be read hides is not known: more than nothing. */
function gapOf(problem: TrueupError): Gap {
  return {
    reason: 'unreadable-input',
    detail: `${problem.message}. Its charges are in no figure.`,
    hides: {count: 1, examples: []},
  }
}
