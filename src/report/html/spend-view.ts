import type {Report} from '../../model/report.ts'
import type {RunRate, RunRateRow} from '../../model/spend.ts'
import {counted} from '../count-text.ts'
import {decimalPlaces} from '../money-text.ts'
import {runRateNoteWords} from '../run-rate-words.ts'
import {escaped} from './escape.ts'
import {isUnowned} from './spend-charts.ts'
import {cut, table, type Cell} from './table.ts'

/** What runs now, the dearest first, and how the figures were reached. */
export function* spendBody(_: Report, spend: RunRate): Generator<string> {
  yield `<p>${escaped(basisText(spend))}</p>\n`
  for (const total of totals(spend)) yield `<p>${escaped(total)}</p>\n`
  if (spend.rows.length === 0) return
  const {shown, left} = cut(spend.rows)
  yield* table({
    caption: 'Accelerated instances that run',
    columns: [
      {title: 'Instance'},
      {title: 'Model'},
      {title: 'Devices', align: 'right'},
      {title: 'Type'},
      {title: 'Account'},
      {title: 'Region'},
      {title: 'An hour', align: 'right'},
      {title: 'A month', align: 'right'},
      {title: 'Missing tags'},
      {title: 'Note'},
    ],
    rows: shown.map((row) => cellsOf(row, spend)),
    left,
  })
}

function cellsOf(row: RunRateRow, spend: RunRate): readonly Cell[] {
  const {id, address, model, accelerators, instanceType, account, region, hourly, monthly, notes = []} = row
  const {currency = spend.currency} = row
  return [
    {text: address ?? id, mono: true},
    model,
    {text: accelerators, sort: Number(accelerators)},
    instanceType,
    account,
    region,
    amount(hourly, 3, currency),
    amount(monthly, 2, currency),
    ownerText(row, spend),
    notes.map((note) => runRateNoteWords[note]).join('; '),
  ]
}

function amount(text: string | undefined, places: number, currency: string): Cell {
  return text === undefined
    ? {text: 'unknown', sort: -1}
    : {text: `${currency} ${decimalPlaces(text, places)}`, sort: Number(text)}
}

function ownerText(row: RunRateRow, {ownershipKeys}: RunRate): string {
  if (ownershipKeys === undefined) return 'not judged'
  if (row.notes?.includes('tags-unknown')) return 'not known'
  return isUnowned(row) ? row.missingKeys.join(', ') : 'none'
}

function basisText({basis, pricesAsOf, notRunning = 0}: RunRate): string {
  const dates = Object.entries(pricesAsOf).map(([region, date]) => `${date} (${region})`)
  const prices = dates.length === 0 ? basis : `${basis}; prices as of ${dates.join(', ')}`
  return notRunning === 0 ? `${prices}.` : `${prices}. ${counted(notRunning, 'more instance')} not running.`
}

/** A line for each currency: nothing is converted. */
function totals({currency, monthly, unowned, otherCurrencies = [], ownershipKeys}: RunRate): readonly string[] {
  return [{currency, monthly, unowned}, ...otherCurrencies].map((total) => {
    const all = `In all ${total.currency} ${decimalPlaces(total.monthly, 2)} a month`
    const nobody = `${total.currency} ${decimalPlaces(total.unowned.monthly, 2)} of it owned by nobody`
    return ownershipKeys === undefined ? `${all}.` : `${all}, ${nobody}.`
  })
}
