import type {Finding} from '../../model/finding.ts'
import {Decimal} from '../../model/money.ts'
import type {CurrencyTotal, RunRate, RunRateNote} from '../../model/spend.ts'
import {counted, countText} from '../count-text.ts'
import {harmless} from '../harmless.ts'
import {decimalPlaces} from '../money-text.ts'
import {runRateNoteWords} from '../run-rate-words.ts'
import {heading} from './heading.ts'
import {runRateTable} from './run-rate-table.ts'
import {idleLines} from './idle.ts'
import {hanging} from './text.ts'
import {unownedLines} from './unowned.ts'
import type {View} from './view.ts'

/** Accelerators that run now: by model and place, what they cost, and which of them nobody owns. */
export function* acceleratorsSection(
  spend: RunRate | undefined,
  findings: readonly Finding[],
  view: View,
): Generator<string> {
  yield* heading('Accelerators', spend ? runningText(spend) : counted(findings.length, 'instance'), view)
  if (spend && spend.rows.length > 0) yield* runRateLines(spend, view)
  yield* unownedLines(findings, view)
  yield* idleLines(findings, view)
}

function runningText({accelerators, instances, notRunning = 0}: RunRate): string {
  const stopped = notRunning > 0 ? `, ${countText(notRunning)} more not running` : ''
  if (instances === 0) return `none runs among what was read${stopped}`
  return `${counted(Number(accelerators), 'device')} on ${counted(instances, 'running instance')}${stopped}`
}

function* runRateLines(spend: RunRate, view: View): Generator<string> {
  const {paint, width} = view
  yield ''
  yield* runRateTable(spend, view)
  yield ''
  yield* hanging('  ', ownershipText(spend, view), width)
  if (spend.unused) yield* hanging('  ', unusedText(spend.unused, spend.currency), width)
  if (spend.utilisation) yield* hanging('  ', utilisationText(spend.utilisation), width)
  for (const note of notesOf(spend)) yield* hanging('  ', paint.dim(`${note}: ${runRateNoteWords[note]}`), width)
  yield* hanging('  ', paint.dim(`${spend.basis}; ${datesText(spend.pricesAsOf)}`), width)
  if (spend.notLookedAt) yield* hanging('  ', paint.dim(`not looked at: ${spend.notLookedAt.join('; ')}`), width)
}

function notesOf({rows}: RunRate): readonly RunRateNote[] {
  return [...new Set(rows.flatMap(({notes = []}) => notes))]
}

function ownershipText(spend: RunRate, {paint}: View): string {
  const {unowned, instances, ownershipKeys, otherCurrencies = []} = spend
  if (ownershipKeys === undefined) return 'No policy says which tags name an owner, so nobody is called unowned.'
  if (unowned.instances > 0) {
    const amounts = [spend, ...otherCurrencies].map(unownedText).filter((text) => text !== '')
    const cost = amounts.length === 0 ? 'price unknown' : amounts.join(', ')
    return `${paint.red(`Owned by nobody: ${cost}`)}, ${countText(unowned.instances)} of ${counted(instances, 'instance')}`
  }
  const keys = ownershipKeys.map(harmless).join(', ')
  const all = notesOf(spend).includes('tags-unknown') ? 'Every instance whose tags are known' : 'Every instance'
  return `${all} carries the tags that name an owner: ${keys}.`
}

function unusedText({monthly, instances}: NonNullable<RunRate['unused']>, currency: string): string {
  return `Reserved and not used: ${currency} ${decimalPlaces(monthly, 2)} a month, ${counted(instances, 'instance')}, in the total`
}

function utilisationText({hours, measured, idle, noMetric, metrics}: NonNullable<RunRate['utilisation']>): string {
  const unmeasured =
    noMetric === 0 ? '' : `; no metric is about ${counted(noMetric, 'object')}, and nothing is said of their use`
  const cost = new Decimal(metrics).times('0.00001').toFixed()
  const asked = `${counted(metrics, 'metric')} of CloudWatch, about USD ${cost}`
  return `Use in the last ${countText(hours)} hours: ${countText(idle)} of ${countText(measured)} measured idle${unmeasured} (${asked})`
}

function unownedText({unowned, monthly, currency}: CurrencyTotal): string {
  if (new Decimal(unowned.monthly).isZero()) return ''
  const share = new Decimal(unowned.monthly).div(monthly).times(100).toFixed(0)
  return `${currency} ${decimalPlaces(unowned.monthly, 2)} a month (${share}% of the total)`
}

function datesText(pricesAsOf: RunRate['pricesAsOf']): string {
  const byDate = Map.groupBy(Object.entries(pricesAsOf), ([, date]) => date)
  if (byDate.size === 0) return 'no price list was used'
  const dates = [...byDate].map(([date, regions]) => `${date} (${regions.map(([region]) => region).join(', ')})`)
  return `prices as of ${harmless(dates.join(', '))}`
}
