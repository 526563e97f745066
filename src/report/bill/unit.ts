import type {UnallocatedRow, UnitRow, UnitSpend} from '../../model/unit-spend.ts'
import {counted} from '../count-text.ts'
import type {FormatOptions} from '../format.ts'
import {harmless} from '../harmless.ts'
import {decimalPlaces} from '../money-text.ts'
import {columns} from '../terminal/columns.ts'
import {heading} from '../terminal/heading.ts'
import {wrapped} from '../terminal/text.ts'
import {type View, viewOf} from '../terminal/view.ts'
import {billClosing, billOpening, moneyText} from './opening.ts'
import {billTotals} from './totals.ts'
import {bucketTexts} from './words.ts'

/** `trueup spend unit` for a person at a terminal. Amounts are rounded together: they add up to the rounded bill. */
export function* renderUnitSpend(spend: UnitSpend, options: FormatOptions): Generator<string> {
  const view = viewOf({findings: [], gaps: spend.gaps}, options)
  for (const line of lines(spend, view)) for (const fitting of wrapped(line, view.width)) yield `${fitting}\n`
}

function* lines(spend: UnitSpend, view: View): Generator<string> {
  yield* billOpening(`Cost by ${harmless(spend.by)}`, spend, view)
  yield* customers(spend, view)
  if (spend.unallocated.length > 0) yield* unallocated(spend, view)
  yield* billTotals(spend, view)
  yield* billClosing(spend, view)
}

const splitTexts = {
  proportional: 'shared cost by units',
  even: 'shared cost in equal parts',
  fixed: 'shared cost by fixed weights',
}

function* customers(spend: UnitSpend, view: View): Generator<string> {
  const {rows, split} = spend
  yield* heading(
    'Customers',
    counted(new Set(rows.map(({customer}) => customer)).size, 'customer'),
    view,
    splitTexts[split],
  )
  const months = rows.some(({month}) => month !== undefined)
  const head = ['', ...(months ? ['month'] : []), 'direct', 'shared', 'amount', 'units', 'a unit', '']
  const shown = rows.slice(0, view.limit * 5)
  const cells = shown.map((row) => customerCells(row, months, spend, view))
  const first = months ? 2 : 1
  const right = [first, first + 1, first + 2, first + 3, first + 4]
  yield* columns([head.map((cell) => view.paint.dim(cell)), ...cells], {width: view.width, right})
  if (rows.length > shown.length) yield view.paint.dim(`  … ${counted(rows.length - shown.length, 'more row')}`)
}

const noteTexts = {
  'usage-without-cost': 'no cost of its own',
  'cost-without-usage': 'no usage',
}

function customerCells(row: UnitRow, months: boolean, spend: UnitSpend, {paint}: View): readonly string[] {
  return [
    harmless(row.customer),
    ...(months ? [row.month ?? ''] : []),
    decimalPlaces(row.direct, 2),
    decimalPlaces(row.shared, 2),
    moneyText(row.rounded, spend),
    row.units ?? '',
    row.perUnit === undefined ? '' : decimalPlaces(row.perUnit, 6),
    paint.dim((row.notes ?? []).map((note) => noteTexts[note]).join(', ')),
  ]
}

function* unallocated(spend: UnitSpend, view: View): Generator<string> {
  yield* heading('Unallocated', moneyText(spend.unallocatedAmount, spend), view)
  const rows = spend.unallocated.map((row) => [
    reasonText(row, spend.by),
    row.month ?? '',
    moneyText(row.rounded, spend),
    view.paint.dim(counted(row.lines, 'line')),
  ])
  yield* columns(rows, {width: view.width, right: [2, 3]})
}

function reasonText({reason, name = ''}: UnallocatedRow, by: string): string {
  if (reason === 'no-value') return `without ${harmless(by)}`
  if (reason === 'not-a-customer') return `${harmless(JSON.stringify(name))} is no customer`
  return reason === 'no-usage' ? 'shared, with nobody to share it among' : (bucketTexts[name] ?? harmless(name))
}
