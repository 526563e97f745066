import {Decimal} from '../../model/money.ts'
import type {RunRate, RunRateRow} from '../../model/spend.ts'
import {counted, countText} from '../count-text.ts'
import {harmless} from '../harmless.ts'
import {decimalPlaces} from '../money-text.ts'
import {runRateUseWords} from '../run-rate-words.ts'
import {columns} from './columns.ts'
import type {View} from './view.ts'

/** What runs now, instances that differ in nothing but their name on one line, the most expensive first; totals last. */
export function* runRateTable(spend: RunRate, view: View): Generator<string> {
  const {paint, width, limit} = view
  const groups = [...Map.groupBy(spend.rows, groupKey).values()].toSorted((a, b) => byCost(a, b, spend.currency))
  const shown = groups.slice(0, limit * 2).map((group) => groupCells(group, spend, view))
  yield* columns([headCells(spend).map((cell) => paint.dim(cell)), ...shown, ...totalCells(spend, view)], {
    width,
    right: [1, 4, 5],
  })
  const left = groups.slice(limit * 2).flat()
  if (left.length > 0) yield paint.dim(`  … ${counted(left.length, 'more instance')}, in the total`)
}

/** The main currency first: amounts of several cannot be compared. */
function byCost(a: readonly RunRateRow[], b: readonly RunRateRow[], main: string): number {
  const foreign = (rows: readonly RunRateRow[]): number => ((rows[0]?.currency ?? main) === main ? 0 : 1)
  return foreign(a) - foreign(b) || monthly(b).comparedTo(monthly(a))
}

function groupKey(row: RunRateRow): string {
  const {model, instanceType, account, region, hourly, currency, missingKeys, notes, use, machines} = row
  return JSON.stringify([model, instanceType, account, region, hourly, currency, missingKeys, notes, use, machines])
}

function headCells({currency, ownershipKeys}: RunRate): readonly string[] {
  const owner = ownershipKeys === undefined ? '' : 'missing tags'
  return ['model', 'count', 'instances', 'region', `${currency}/hour`, `${currency}/month`, owner]
}

function groupCells(group: readonly RunRateRow[], spend: RunRate, view: View): readonly string[] {
  const {paint, place} = view
  return group
    .slice(0, 1)
    .flatMap((row) => [
      harmless(row.model),
      sum(group.map(({accelerators}) => accelerators)).toFixed(),
      machinesText(group, row),
      harmless(place(row)),
      amount(row.hourly && sum(group.map(({hourly}) => hourly)), 3, row.currency, spend.currency, view),
      amount(row.monthly && monthly(group), 2, row.currency, spend.currency, view),
      [ownerText(row, spend, view), paint.dim(row.notes?.join(', ') ?? '')].filter((text) => text !== '').join('  '),
    ])
}

/** `2 × p5.48xlarge`, `1 × ml.g5.xlarge endpoint`. */
function machinesText(group: readonly RunRateRow[], {instanceType, use}: RunRateRow): string {
  const machines = group.reduce((total, {machines: each = 1}) => total + each, 0)
  return `${countText(machines)} × ${harmless(instanceType)}${use === undefined ? '' : ` ${runRateUseWords[use]}`}`
}

function ownerText({missingKeys, notes}: RunRateRow, {ownershipKeys}: RunRate, {paint}: View): string {
  if (ownershipKeys === undefined) return ''
  if (notes?.includes('tags-unknown')) return paint.yellow('unknown')
  return missingKeys.length === 0 ? paint.dim('none') : paint.red(missingKeys.map(harmless).join(', '))
}

/** One line for each currency: nothing is converted. */
function totalCells(spend: RunRate, view: View): readonly (readonly string[])[] {
  const totals = [spend, ...(spend.otherCurrencies ?? [])]
  return totals.map((total, at) => {
    const [hourly, perMonth] = [new Decimal(total.hourly), new Decimal(total.monthly)]
    const cells = ['total', at === 0 ? spend.accelerators : '', '', '']
    const amounts = [
      amount(hourly, 3, total.currency, spend.currency, view),
      amount(perMonth, 2, total.currency, spend.currency, view),
    ]
    return [...cells, ...amounts, ''].map((cell) => view.paint.bold(cell))
  })
}

/** The currency stands in the head of the column; where it is another one, beside the amount. */
function amount(
  value: Decimal | '' | undefined,
  places: number,
  currency: string | undefined,
  usual: string,
  {paint}: View,
): string {
  if (value === undefined || value === '') return paint.yellow('unknown')
  const text = decimalPlaces(value.toFixed(), places)
  return currency === undefined || currency === usual ? text : `${harmless(currency)} ${text}`
}

function monthly(rows: readonly RunRateRow[]): Decimal {
  return sum(rows.map((row) => row.monthly))
}

function sum(amounts: readonly (string | undefined)[]): Decimal {
  return amounts.reduce((total, one) => total.plus(one ?? 0), new Decimal(0))
}
