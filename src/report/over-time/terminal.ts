import type {FindingLife, History, HistoryStanding} from '../../model/history.ts'
import {counted, countText} from '../count-text.ts'
import type {FormatOptions} from '../format.ts'
import {harmless} from '../harmless.ts'
import {columns} from '../terminal/columns.ts'
import {gapsSection} from '../terminal/gaps.ts'
import {heading} from '../terminal/heading.ts'
import {severitySign} from '../terminal/severity.ts'
import {flow, hanging, wrapped} from '../terminal/text.ts'
import {viewOf, type View} from '../terminal/view.ts'
import {codeTitle, keptName, keptProperty, signedAmount} from './finding-text.ts'
import {scopeText} from './scope-text.ts'
import {sparkline} from './sparkline.ts'
import {standingTitles, standingsShown} from './standings.ts'
import {ageText, clockText, dayText} from './time-text.ts'
import {trendLines} from './trends.ts'

/** `trueup history` for a person at a terminal. */
export function* renderHistory(history: History, options: FormatOptions): Generator<string> {
  const view = viewOf(
    {findings: history.findings.map(({finding}) => ({subject: finding})), gaps: history.gaps},
    options,
  )
  for (const line of lines(history, view)) for (const fitting of wrapped(line, view.width)) yield `${fitting}\n`
}

function* lines(history: History, view: View): Generator<string> {
  yield* opening(history, view)
  const byStanding = Map.groupBy(history.findings, ({standing}) => standing)
  for (const standing of standingsShown) {
    const findings = byStanding.get(standing)
    if (findings) yield* section(standing, findings, view)
  }
  yield* trends(history, view)
  if (history.gaps.length > 0) yield* gapsSection(history.gaps, view)
  yield* closing(history, view)
}

function* opening({place, scope, runs, since, otherScopes}: History, {paint, width}: View): Generator<string> {
  const [first, last] = [runs[0], runs.at(-1)]
  const rows = [
    ['History', harmless(place)],
    ['Scope', `${scopeText(scope.of)} (${scope.id})`],
    [
      'Runs',
      first && last
        ? `${counted(runs.length, 'run')}${runs.length < scope.runs ? ` of ${countText(scope.runs)}` : ''}, ${clockText(first.at)} to ${clockText(last.at)}`
        : `none since then, of ${countText(scope.runs)}`,
    ],
    ...(since === undefined ? [] : [['Against', `the run of ${clockText(since)}`]]),
    ...versionRows(runs),
    ...(otherScopes.length === 0
      ? []
      : [
          [
            'Besides',
            `${counted(otherScopes.length, 'other scope')}: ${otherScopes
              .map(({id}) => id)
              .slice(0, 5)
              .join(', ')}; see --scope`,
          ],
        ]),
  ]
  yield* columns(
    rows.map(([label = '', text = '']) => [paint.dim(label), text]),
    {width, indent: ''},
  )
}

/** Another version may see more or less: what is new may have been there. */
function versionRows(runs: History['runs']): readonly (readonly string[])[] {
  const versions = [...new Set(runs.map(({version}) => version))]
  if (versions.length < 2) return []
  return [['Versions', `${versions.map(harmless).join(', ')} of trueup: a change may be one of what it sees`]]
}

function* section(standing: HistoryStanding, lives: readonly FindingLife[], view: View): Generator<string> {
  const {paint, limit} = view
  const {title, legend} = standingTitles[standing]
  yield* heading(title, counted(lives.length, 'finding'), view, legend)
  const shown = lives.length <= limit + 1 ? lives : lives.slice(0, limit)
  for (const life of shown) yield* entry(life, view)
  if (lives.length > shown.length) yield paint.dim(`  … ${countText(lives.length - shown.length)} more; --json has all`)
}

/** What it is, and below it when, how long, at what cost and where. */
function* entry(life: FindingLife, {paint, width, place}: View): Generator<string> {
  const {finding, appearances} = life
  const property = keptProperty(finding)
  const times = appearances.length > 1 ? `${appearances.length} times` : ''
  const what = `${codeTitle(finding.code)}${property === '' ? '' : ` ${property}`}`
  yield* flow('  ', `${severitySign(finding.severity, paint)} ${keptName(finding)}`, [what, times], width)
  const parts = [timeOf(life), costOf(life), harmless(place(finding.location))].filter((part) => part !== '')
  for (const line of hanging('    ', parts.join(', '), width)) yield paint.dim(line)
}

function timeOf({standing, appearances, seconds}: FindingLife): string {
  const [first, last] = [appearances[0], appearances.at(-1)]
  const began = dayText(first?.firstSeen ?? '')
  const lasted = seconds === 0 ? '' : `, ${ageText(seconds)}`
  if (standing === 'gone') return `${began} to ${dayText(last?.gone ?? '')}${lasted}`
  if (standing === 'unknown') return `${began}, last seen ${dayText(last?.lastSeen ?? '')}${lasted}`
  return `since ${began}${lasted}`
}

function costOf({cost}: FindingLife): string {
  return cost && Number(cost.amount) !== 0 ? signedAmount(cost.amount, cost.currency) : ''
}

function* trends({runs}: History, view: View): Generator<string> {
  const found = runs.length < 2 ? [] : trendLines(runs)
  if (found.length === 0) return
  yield* heading('Trends', counted(runs.length, 'run'), view)
  yield* columns(
    found.map(({name, values, first, last}) => [name, first, sparkline(values), last]),
    {width: view.width, right: [1]},
  )
}

function* closing({counts, cost}: History, {paint}: View): Generator<string> {
  const parts = standingsShown.flatMap((standing) =>
    counts[standing] > 0 ? [`${countText(counts[standing])} ${standingTitles[standing].short}`] : [],
  )
  yield ''
  yield paint.bold(parts.length === 0 ? 'No finding in any of these runs' : parts.join(', '))
  for (const {amount, currency} of cost.filter((one) => Number(one.amount) !== 0)) {
    yield `${signedAmount(amount, currency)} is what they cost over the time that they were there, at list prices`
  }
}
