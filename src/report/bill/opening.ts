import type {BillSpend} from '../../model/bill-report.ts'
import {counted, countText} from '../count-text.ts'
import {harmless} from '../harmless.ts'
import {decimalPlaces} from '../money-text.ts'
import {columns} from '../terminal/columns.ts'
import {gapsSection} from '../terminal/gaps.ts'
import {hanging} from '../terminal/text.ts'
import type {View} from '../terminal/view.ts'
import {basisText, bucketTexts, formatTexts, noteTexts} from './words.ts'

/** What was read, how it was summed, and where all the money of the bill went. */
export function* billOpening(title: string, spend: BillSpend, view: View): Generator<string> {
  const {paint, width} = view
  const period = spend.period === undefined ? '' : `  ${spend.period.start} to ${spend.period.end}`
  yield `${paint.bold(title)}${period}  ${paint.dim(`${basisText(spend.basis)}, ${spend.currency ?? 'currency unknown'}`)}`
  for (const {format, files, lines} of spend.inputs) {
    const [first = ''] = files.examples
    const names = files.count === 1 ? harmless(first) : counted(files.count, 'file')
    yield* hanging('  ', paint.dim(`${formatTexts[format]}: ${counted(lines, 'line')} from ${names}`), width)
  }
  for (const {file, because, as} of spend.skipped) {
    const why = because === 'superseded' ? 'a newer version is read' : `it is the same as ${harmless(as ?? '')}`
    yield* hanging('  ', paint.yellow(`not counted: ${harmless(file)}, ${why}`), width)
  }
  yield ''
  yield* columns([...spend.buckets.map((bucket) => bucketCells(bucket, spend)), totalCells(spend, view)], {
    width,
    right: [1, 2],
  })
  if (spend.unblended !== undefined && spend.unblended !== spend.total) {
    yield paint.dim(`  as invoiced, unblended: ${moneyText(spend.unblended, spend)}`)
  }
}

function bucketCells({name, amount, lines}: BillSpend['buckets'][number], spend: BillSpend): readonly string[] {
  return [bucketTexts[name] ?? name, moneyText(amount, spend), countText(lines)]
}

function totalCells({total, buckets, ...spend}: BillSpend, {paint}: View): readonly string[] {
  const lines = buckets.reduce((sum, bucket) => sum + bucket.lines, 0)
  return ['total', moneyText(total, spend), countText(lines)].map((cell) => paint.bold(cell))
}

/** Two places, and as many as it takes for what is less than a cent. */
export function moneyText(amount: string, {currency}: Pick<BillSpend, 'currency'>): string {
  const small = /^-?0\.00[0-9]*[1-9]/.test(amount)
  const text = decimalPlaces(amount, small ? 6 : 2)
  return currency === undefined ? text : `${harmless(currency)} ${text}`
}

/** What the figures leave out or open, last. */
export function* billClosing(spend: BillSpend, view: View): Generator<string> {
  const {paint, width} = view
  const {splitCostChildren: children, notes, notComputable, gaps, paid} = spend
  yield ''
  if (children) {
    const amount = moneyText(children.amount, spend)
    const text = `${counted(children.lines, 'line')} of split cost allocation (${amount}) are not in the total: they repeat what their instances cost.`
    yield* hanging('  ', paint.dim(text), width)
  }
  if (paid) yield* hanging('  ', paint.dim(paidText(paid)), width)
  for (const note of notes) yield* hanging('  ', paint.dim(noteTexts[note] ?? note), width)
  for (const {figure, needs, files} of notComputable) {
    const where = files.count === 0 ? '' : ` in ${counted(files.count, 'file')}`
    yield* hanging(
      '  ',
      `${paint.yellow('not computable')}: ${figure}${where}; it takes ${needs.map(harmless).join(', ')}`,
      width,
    )
  }
  if (gaps.length > 0) yield* gapsSection(gaps, view)
}

/** What asking AWS has cost, at list prices. */
function paidText({service, requests, bytes, usd, oldest}: NonNullable<BillSpend['paid']>): string {
  if (service === 'cost-explorer') {
    const asked =
      requests === 0
        ? 'Cost Explorer was asked nothing anew'
        : `Cost Explorer was asked ${counted(requests, 'time')}, for USD ${usd}`
    return oldest === undefined
      ? `${asked}.`
      : `${asked}; kept answers are from ${oldest.slice(0, 16).replace('T', ' ')} UTC on.`
  }
  const megabytes = decimalPlaces(String((bytes ?? 0) / 1e6), 1)
  return `Athena scanned ${megabytes} MB in ${requests === 1 ? 'one query' : `${requests} queries`}, for about USD ${usd}.`
}
