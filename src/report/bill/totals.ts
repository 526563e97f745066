import type {BillSpend} from '../../model/bill-report.ts'
import type {Showback, SpendTotals, TotalBy} from '../../model/spend-totals.ts'
import {counted} from '../count-text.ts'
import {harmless} from '../harmless.ts'
import {decimalPlaces} from '../money-text.ts'
import {columns} from '../terminal/columns.ts'
import {heading} from '../terminal/heading.ts'
import type {View} from '../terminal/view.ts'
import {bucketTexts, causeTexts} from './words.ts'
import {moneyText} from './opening.ts'

/** Totals and showback of a bill, where they were asked for. */
export function* billTotals(spend: BillSpend, view: View): Generator<string> {
  for (const one of spend.totals ?? []) yield* totals(one, spend, view)
  if (spend.showback) yield* payers(spend.showback, spend, view)
}

function* totals({by, rows}: SpendTotals, spend: BillSpend, view: View): Generator<string> {
  yield* heading(`By ${by.map(nameText).join(' and ')}`, counted(rows.length, 'row'), view)
  const hasUntagged = rows.some(({untagged}) => untagged !== undefined)
  const head = [...by.map(nameText), 'amount', 'accelerators', ...(hasUntagged ? ['untagged'] : []), 'device hours']
  const shown = rows.slice(0, Math.max(view.limit * 3, by[0] === 'day' ? 31 : 0))
  const cells = shown.map(({values, rounded, accelerators, untagged = '0', acceleratorHours}) => [
    ...values.map((value, at) => valueText(by[at] ?? 'day', value)),
    moneyText(rounded, spend),
    decimalPlaces(accelerators, 2),
    ...(hasUntagged ? [decimalPlaces(untagged, 2)] : []),
    decimalPlaces(acceleratorHours, 1),
  ])
  const right = head.map((_, at) => at).slice(by.length)
  yield* columns([head.map((cell) => view.paint.dim(cell)), ...cells], {width: view.width, right})
  if (rows.length > shown.length) yield view.paint.dim(`  … ${counted(rows.length - shown.length, 'more row')}`)
}

function* payers({by, rows}: Showback, spend: BillSpend, view: View): Generator<string> {
  yield* heading(`Showback by ${by.map(nameText).join(' and ')}`, counted(rows.length, 'row'), view)
  const head = ['month', ...by.map(nameText), 'direct', 'shared', 'amount', 'as invoiced', '']
  const shown = rows.slice(0, view.limit * 5)
  const cells = shown.map((row) => [
    row.month,
    ...by.map((one, at) => (row.kind === 'shared-without-anyone' ? '' : valueText(one, row.values[at] ?? ''))),
    moneyText(row.direct, spend),
    moneyText(row.shared, spend),
    moneyText(row.rounded, spend),
    row.invoicedRounded === undefined ? '' : moneyText(row.invoicedRounded, spend),
    view.paint.dim(kindTexts[row.kind]),
  ])
  const right = [1, 2, 3, 4].map((at) => at + by.length)
  yield* columns([head.map((cell) => view.paint.dim(cell)), ...cells], {width: view.width, right})
  if (rows.length > shown.length) yield view.paint.dim(`  … ${counted(rows.length - shown.length, 'more row')}`)
}

const kindTexts = {
  allocated: '',
  unallocated: 'unallocated',
  'shared-without-anyone': 'shared, with nobody to share it among',
}

function nameText(by: TotalBy): string {
  return harmless(by)
}

function valueText(by: TotalBy, value: string): string {
  if (by === 'bucket') return bucketTexts[value] ?? harmless(value)
  if (by === 'cause') return causeText(value)
  return value === '' ? (emptyTexts[by] ?? `(without ${harmless(by)})`) : harmless(value)
}

function causeText(value: string): string {
  if (value === 'tagged') return 'all required tags'
  if (value === 'tags-unknown') return 'tags unknown'
  return (causeTexts as Readonly<Record<string, string>>)[value] ?? '(no accelerator)'
}

const emptyTexts: Readonly<Record<string, string>> = {
  day: '(no date)',
  month: '(no date)',
  model: '(no accelerator)',
  region: '(no region)',
  account: '(no account)',
  product: '(no product)',
  team: '(no team)',
}
