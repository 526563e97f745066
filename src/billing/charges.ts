import {TrueupError} from '../errors.ts'
import type {CostBasis, NotComputable} from '../model/bill.ts'
import {costBases} from '../model/bill.ts'
import type {Gap} from '../model/gap.ts'
import {type KindSum, kindSum, type TextRow} from '../spend/bill-sums.ts'
import {type ChargeColumn, costColumns} from '../spend/charges/charge-line.ts'
import {
  type ChargeScope,
  createKinds,
  selectKinds,
  selectParts,
  selectUnknownCosts,
} from '../spend/charges/kind-queries.ts'
import {billError} from './bill-error.ts'
import {engineReason} from './engine.ts'
import type {Bill} from './open-bill.ts'
import {overlapsOf} from './overlaps.ts'

/** What tells bills apart: the lines of one delivery for one payer, period, currency and cloud. */
export interface BillPart {
  readonly delivery: number
  readonly format: string
  readonly currency: string
  readonly payer: string
  readonly provider: string
  readonly billStart?: string
  readonly billEnd?: string
  readonly firstDay?: string
  readonly lastDay?: string
  readonly lines: number
  /** Lines without a cost under the basis. */
  readonly unread: number
}

/** A bill, summed and classified; lines of some kinds can be asked for in more detail. */
export interface Charges {
  readonly basis: CostBasis
  /** Which lines were summed, and how. */
  readonly scope: ChargeScope
  readonly currency?: string
  readonly kinds: readonly KindSum[]
  readonly parts: readonly BillPart[]
  readonly notComputable: readonly NotComputable[]
  readonly gaps: readonly Gap[]
  linesOf(kinds: readonly KindSum[], columns: readonly ChargeColumn[]): Promise<readonly TextRow[]>
  /** Whether any line at all, of a machine or not, has one of the texts in its tags. */
  hasTagText(texts: readonly string[]): Promise<boolean>
}

export interface ChargesRequest {
  /** Absent: the first of net amortised, amortised and unblended that the bill can answer. */
  readonly basis?: CostBasis
  readonly currency?: string
  /** Only these months, `2026-10`. */
  readonly months?: readonly string[]
  readonly now: Date
}

const yearMs = 366 * 24 * 3600 * 1000

/**
 * @throws {TrueupError} `bill-basis`, `bill-currencies`, `bill-mixed-formats`, `bill-delivered-twice`
 */
export async function sumCharges(bill: Bill, request: ChargesRequest): Promise<Charges> {
  const latest = new Date(request.now.getTime() + yearMs).toISOString().slice(0, 10)
  const notComputable: NotComputable[] = []
  for (const basis of request.basis === undefined ? costBases : [request.basis]) {
    const {currency, months} = request
    const scope: ChargeScope = {basis, latest, ...(currency !== undefined && {currency}), ...(months && {months})}
    const obstacle = await sumUnder(bill, scope)
    if (obstacle === undefined) return chargesOf(bill, scope, notComputable)
    notComputable.push(obstacle)
  }
  const last = notComputable.at(-1)
  throw billError('bill-basis', `the bill cannot be summed: ${last?.figure} takes ${last?.needs.join(', ')}`)
}

const essential = new Set(['line_item_unblended_cost', 'line_item_net_unblended_cost', 'BilledCost', 'EffectiveCost'])

/** Sums all lines under a basis; @returns what is missing for it */
async function sumUnder(bill: Bill, scope: ChargeScope): Promise<NotComputable | undefined> {
  const missing = bill.missing.get(costColumns[scope.basis])
  const figure = `${scope.basis.replace('-', ' ')} cost`
  // Without a column of costs there is nothing to sum; without one that few line types need, the lines decide.
  if (missing?.needs.some((name) => essential.has(name))) return {...missing, figure}
  await untilWhole(bill, () => bill.sum(scope))
  const unknown = await bill.rows(selectUnknownCosts)
  if (unknown.length === 0) return undefined
  const types = unknown.map(({line_type: type, lines}) => `${lines} lines of type ${type}`)
  return {
    figure: `${figure} (${types.join(', ')})`,
    needs: missing?.needs ?? [`an amount on each of these lines`],
    files: missing?.files ?? {count: 0, examples: []},
  }
}

/** A Parquet file may be broken in the middle, which only reading it shows: then it is left out, and the rest is read again. */
async function untilWhole(bill: Bill, query: () => Promise<void>): Promise<void> {
  try {
    await query()
  } catch (error) {
    if (error instanceof TrueupError || !(await bill.dropBroken())) throw failed(error)
    await query()
  }
}

function failed(error: unknown): Error {
  if (error instanceof TrueupError) return error
  return billError('bill-corrupt', `the bill cannot be summed: ${engineReason(error)}`, error)
}

async function chargesOf(bill: Bill, scope: ChargeScope, notComputable: readonly NotComputable[]): Promise<Charges> {
  await bill.run(createKinds)
  const parts = (await bill.rows(selectParts)).map(partOf)
  const currency = oneCurrency(parts)
  if (bill.hasLines) await overlapsOf(bill, parts)
  const kinds = (await bill.rows(selectKinds)).map((row) => kindSum(row, scope.basis))
  return {
    basis: scope.basis,
    scope,
    ...(currency !== '' && {currency}),
    kinds,
    parts,
    notComputable,
    gaps: unreadGaps(parts),
    linesOf: (picked, columns) => bill.linesOf(scope, picked, columns),
    hasTagText: (texts) => bill.hasTagText(texts),
  }
}

/** Amounts of several currencies have no sum. */
function oneCurrency(parts: readonly BillPart[]): string {
  const lines = new Map<string, number>()
  for (const part of parts) lines.set(part.currency, (lines.get(part.currency) ?? 0) + part.lines)
  const [first = ['', 0], ...others] = [...lines].toSorted(([, a], [, b]) => b - a)
  if (others.length === 0) return first[0]
  const all = [first, ...others].map(([name, count]) => `${name === '' ? 'no currency' : name} (${count} lines)`)
  throw billError('bill-currencies', `the bill is in several currencies: ${all.join(', ')}`)
}

function unreadGaps(parts: readonly BillPart[]): readonly Gap[] {
  const count = parts.reduce((sum, {unread}) => sum + unread, 0)
  if (count === 0) return []
  return [
    {
      reason: 'unreadable-input',
      detail: `${count} lines have no cost that can be read as a number: they are in no figure.`,
      hides: {count, examples: []},
    },
  ]
}

function partOf(row: TextRow): BillPart {
  const text = (column: string): string => row[column] ?? ''
  return {
    delivery: Number(text('delivery')),
    format: text('format'),
    currency: text('currency'),
    payer: text('payer'),
    provider: text('provider'),
    ...(row['bill_start'] && {billStart: row['bill_start']}),
    ...(row['bill_end'] && {billEnd: row['bill_end']}),
    ...(row['first_day'] && {firstDay: row['first_day']}),
    ...(row['last_day'] && {lastDay: row['last_day']}),
    lines: Number(text('lines')),
    unread: Number(text('unread')),
  }
}
