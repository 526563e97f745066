import type {GpuSpend, GpuSpendRow, ModelSpend} from '../../model/bill-report.ts'
import type {ContainerSpend} from '../../model/container-spend.ts'
import {counted, countText} from '../count-text.ts'
import type {FormatOptions} from '../format.ts'
import {harmless} from '../harmless.ts'
import {decimalPlaces} from '../money-text.ts'
import {columns} from '../terminal/columns.ts'
import {heading} from '../terminal/heading.ts'
import {wrapped} from '../terminal/text.ts'
import {type View, viewOf} from '../terminal/view.ts'
import {billClosing, billOpening, moneyText} from './opening.ts'
import {billTotals} from './totals.ts'

/** `trueup spend gpu` for a person at a terminal. */
export function* renderGpuSpend(spend: GpuSpend, options: FormatOptions): Generator<string> {
  const view = viewOf({findings: [], gaps: spend.gaps}, options)
  for (const line of lines(spend, view)) for (const fitting of wrapped(line, view.width)) yield `${fitting}\n`
}

function* lines(spend: GpuSpend, view: View): Generator<string> {
  yield* billOpening('Accelerator spend', spend, view)
  if (spend.models.length > 0) yield* models(spend, view)
  if (spend.rows.length > 0) yield* machines(spend, view)
  else {
    yield ''
    yield 'No line of the bill is for accelerators.'
  }
  if (spend.containers) yield* containers(spend.containers, spend, view)
  yield* billTotals(spend, view)
  yield* billClosing(spend, view)
}

function* models(spend: GpuSpend, view: View): Generator<string> {
  yield* heading('By model', counted(spend.models.length, 'model'), view)
  const head = ['', 'device hours', 'amount', 'an hour'].map((cell) => view.paint.dim(cell))
  const cells = (one: ModelSpend): readonly string[] => [
    harmless(one.model),
    hoursText(one.acceleratorHours),
    moneyText(one.amount, spend),
    one.pricePerAcceleratorHour === undefined ? '' : decimalPlaces(one.pricePerAcceleratorHour, 4),
  ]
  yield* columns([head, ...spend.models.map(cells)], {width: view.width, right: [1, 2, 3]})
}

function* machines(spend: GpuSpend, view: View): Generator<string> {
  const {rows} = spend
  yield* heading('By machine', counted(rows.length, 'row'), view)
  const shown = rows.slice(0, view.limit * 3)
  const head = ['', 'amount', 'device hours', 'account', 'region', ''].map((cell) => view.paint.dim(cell))
  yield* columns([head, ...shown.map((row) => machineCells(row, spend, view))], {width: view.width, right: [1, 2]})
  if (rows.length > shown.length) yield view.paint.dim(`  … ${counted(rows.length - shown.length, 'more row')}`)
}

function machineCells(row: GpuSpendRow, spend: GpuSpend, {paint}: View): readonly string[] {
  const remarks = [
    row.role === 'machine' ? row.purchase : roleTexts[row.role],
    row.product === 'AmazonEC2' ? undefined : harmless(row.product),
    row.bucket === 'unknown-accelerators' ? 'not in the catalogue' : undefined,
    row.paysFor && `pays for ${row.paysFor.start.slice(0, 10)} to ${row.paysFor.end.slice(0, 10)}`,
    ...(row.notes ?? []),
  ]
  return [
    harmless(row.instanceType),
    moneyText(row.amount, spend),
    row.acceleratorHours === undefined ? '' : hoursText(row.acceleratorHours),
    harmless(row.account),
    harmless(row.region),
    paint.dim(remarks.filter((text) => text !== undefined).join(', ')),
  ]
}

function* containers({rows, withoutContainers}: ContainerSpend, spend: GpuSpend, view: View): Generator<string> {
  yield* heading('By container', counted(rows.length, 'workload'), view)
  const head = ['', 'amount', 'machines', 'cluster', 'namespace', ''].map((cell) => view.paint.dim(cell))
  const shown = rows.slice(0, view.limit * 3)
  const cells = shown.map(({workload, amount, machines: count, cluster, namespace = '', team}) => [
    harmless(workload),
    moneyText(amount, spend),
    countText(count),
    harmless(cluster),
    harmless(namespace),
    view.paint.dim(team === undefined ? '' : `team ${harmless(team)}`),
  ])
  yield* columns([head, ...cells, ['(no container known)', moneyText(withoutContainers, spend)]], {
    width: view.width,
    right: [1, 2],
  })
  if (rows.length > shown.length) yield view.paint.dim(`  … ${counted(rows.length - shown.length, 'more row')}`)
}

const roleTexts: Readonly<Record<string, string>> = {
  idle: 'reserved and not used',
  marker: 'reserved and used',
  upfront: 'paid ahead',
  host: 'dedicated host',
  surcharge: 'fee on top',
  managed: 'no machine named',
}

/** A decimal is enough for reading. */
function hoursText(hours: string): string {
  return decimalPlaces(hours, 1)
}
