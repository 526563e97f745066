import type {Finding} from '../../model/finding.ts'
import {Decimal} from '../../model/money.ts'
import type {RunRate, RunRateNote, RunRateRow} from '../../model/spend.ts'
import {counted, countText} from '../count-text.ts'
import {harmless} from '../harmless.ts'
import {decimalPlaces} from '../money-text.ts'
import {columns} from './columns.ts'
import {heading} from './heading.ts'
import {resourceGroups, type ResourceGroup} from './resource-group.ts'
import {severitySign} from './severity.ts'
import {hanging} from './text.ts'
import type {View} from './view.ts'

/** Accelerators that run now: by model and place, what they cost, and which of them nobody owns. */
export function* acceleratorsSection(
  spend: RunRate | undefined,
  findings: readonly Finding[],
  view: View,
): Generator<string> {
  yield* heading('Accelerators', spend ? runningText(spend) : counted(findings.length, 'instance'), view)
  if (spend) yield* runRateLines(spend, view)
  yield* resourceGroups(findings, view, costRows)
}

function runningText({accelerators, instances}: RunRate): string {
  return `${counted(Number(accelerators), 'device')} on ${counted(instances, 'running instance')}`
}

function* runRateLines(spend: RunRate, view: View): Generator<string> {
  const {paint, width} = view
  if (spend.rows.length > 0) {
    yield ''
    yield* spendTable(spend, view)
    yield ''
    yield* hanging('  ', unownedText(spend, view), width)
  }
  yield* hanging('  ', paint.dim(`${spend.basis}; ${datesText(spend.pricesAsOf)}`), width)
}

function* spendTable(spend: RunRate, view: View): Generator<string> {
  const {paint, width} = view
  const groups = [...Map.groupBy(spend.rows, rowKey).values()].toSorted((a, b) => monthlyOf(b).comparedTo(monthlyOf(a)))
  const head = [
    'model',
    'count',
    'instances',
    'region',
    `${spend.currency}/hour`,
    `${spend.currency}/month`,
    'missing tags',
  ]
  const total = [
    'total',
    spend.accelerators,
    '',
    '',
    decimalPlaces(spend.hourly, 3),
    decimalPlaces(spend.monthly, 2),
    '',
  ]
  const rows = groups.slice(0, view.limit * 2).map((group) => tableRow(group, spend.currency, view))
  yield* columns([head.map((cell) => paint.dim(cell)), ...rows, total.map((cell) => paint.bold(cell))], {
    width,
    right: [1, 4, 5],
  })
  for (const {currency, hourly, monthly} of spend.otherCurrencies ?? []) {
    yield paint.bold(`  and ${currency} ${decimalPlaces(hourly, 3)} an hour, ${decimalPlaces(monthly, 2)} a month`)
  }
  const left = groups.slice(view.limit * 2).flat()
  if (left.length > 0) yield paint.dim(`  … ${counted(left.length, 'more instance')}, in the total`)
}

/** Instances that differ in nothing but their name. */
function rowKey({model, instanceType, account, region, missingKeys, hourly, notes}: RunRateRow): string {
  return JSON.stringify([model, instanceType, account, region, missingKeys, hourly, notes])
}

function tableRow(rows: readonly RunRateRow[], mainCurrency: string, {paint, place}: View): readonly string[] {
  const [first] = rows
  if (first === undefined) return []
  const {model, instanceType, account, region, currency = mainCurrency, notes = []} = first
  const priced = first.hourly !== undefined
  const unit = currency === mainCurrency ? '' : `${currency} `
  return [
    harmless(model),
    sum(rows.map(({accelerators}) => accelerators)).toFixed(),
    `${countText(rows.length)} × ${harmless(instanceType)}${paint.dim(notesText(notes))}`,
    place({account, region}),
    priced ? unit + decimalPlaces(sum(rows.map(({hourly}) => hourly)).toFixed(), 3) : paint.yellow('unknown'),
    priced ? unit + decimalPlaces(monthlyOf(rows).toFixed(), 2) : paint.yellow('unknown'),
    missingText(first, paint),
  ]
}

/** How the list price differs from what is paid, and what else is in doubt. */
const noteWords: Readonly<Record<RunRateNote, string | undefined>> = {
  spot: 'Spot: at most',
  'capacity-block': 'capacity block: at most',
  dedicated: 'dedicated: at least',
  'not-linux': 'not Linux: at least',
  'state-unknown': 'may not run',
  'count-unverified': 'count to verify',
  // Told in the column of missing tags.
  'tags-unknown': undefined,
}

function notesText(notes: readonly RunRateNote[]): string {
  const words = notes.flatMap((note) => noteWords[note] ?? [])
  return words.length === 0 ? '' : ` (${words.join(', ')})`
}

function missingText({missingKeys, notes = []}: RunRateRow, paint: View['paint']): string {
  if (notes.includes('tags-unknown')) return paint.yellow('unknown')
  return missingKeys.length === 0 ? paint.dim('none') : paint.red(missingKeys.map(harmless).join(', '))
}

function monthlyOf(rows: readonly RunRateRow[]): Decimal {
  return sum(rows.map(({monthly}) => monthly))
}

function sum(amounts: readonly (string | undefined)[]): Decimal {
  return amounts.reduce((total, amount) => total.plus(amount ?? 0), new Decimal(0))
}

function unownedText(spend: RunRate, {paint}: View): string {
  const {unowned, monthly, currency, instances, rows, ownershipKeys} = spend
  const unknown = rows.filter(({notes = []}) => notes.includes('tags-unknown')).length
  if (unknown > 0 && unowned.instances === 0) return `Whether ${counted(unknown, 'instance')} is owned is not known.`
  if (unowned.instances === 0 && !ownershipKeys) return 'Who owns them was not judged: no policy asks for it.'
  if (unowned.instances === 0) return 'Every one of them carries the required tags.'
  const share = new Decimal(monthly).isZero() ? '' : ` (${shareText(unowned.monthly, monthly)} of the total)`
  const amount = `${currency} ${decimalPlaces(unowned.monthly, 2)} a month${share}`
  return `${paint.red(`Owned by nobody: ${amount}`)}, ${countText(unowned.instances)} of ${counted(instances, 'instance')}`
}

function shareText(part: string, whole: string): string {
  return `${new Decimal(part).div(whole).times(100).toFixed(0)}%`
}

function datesText(pricesAsOf: RunRate['pricesAsOf']): string {
  const byDate = Map.groupBy(Object.entries(pricesAsOf), ([, date]) => date)
  if (byDate.size === 0) return 'no price list was used'
  const dates = [...byDate].map(([date, regions]) => `${date} (${regions.map(([region]) => region).join(', ')})`)
  return `prices as of ${harmless(dates.join(', '))}`
}

function* costRows(group: ResourceGroup, {paint, width}: View): Generator<string> {
  for (const finding of group) {
    if (finding.code !== 'accelerator-unowned') continue
    const {count, model, instanceType, monthly, currency, missingKeys} = finding
    const cost = monthly === undefined ? 'price unknown' : `${currency} ${decimalPlaces(monthly, 2)} a month`
    const text = harmless(`${count} × ${model} (${instanceType}), ${cost}, without ${missingKeys.join(', ')}`)
    yield* hanging(`    ${severitySign(finding.severity, paint)} `, text, width)
  }
}
