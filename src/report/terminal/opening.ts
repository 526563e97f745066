import type {ReaderShare, Report, ReportInputs} from '../../model/report.ts'
import {counted, countText} from '../count-text.ts'
import {harmless} from '../harmless.ts'
import {keptText} from '../kept-text.ts'
import {readerNames} from '../../model/reader-names.ts'
import {timeText} from '../time-text.ts'
import {columns} from './columns.ts'
import {soleAccount, type View} from './view.ts'

/** What was compared with what, and how old it is. */
export function* opening(report: Report, {paint, width}: View): Generator<string> {
  const {tool, generatedAt} = report
  yield `${paint.bold(tool.name)} ${tool.version}  ${paint.dim(timeText(generatedAt))}`
  yield ''
  const rows = openingRows(report).map(({label, text, isAside}) => [paint.dim(label), isAside ? paint.dim(text) : text])
  yield* columns(rows, {width})
}

/** A line of the opening; an aside belongs to the line above and is less important. */
export interface OpeningRow {
  readonly label: string
  readonly text: string
  readonly isAside: boolean
}

/** What was compared with what, as text without colours; a page shows the same. */
export function openingRows(report: Report): readonly OpeningRow[] {
  const {inputs} = report
  const account = soleAccount(report)
  const {live, selection, policies} = inputs
  const asides = [
    ...keptText(live.kept),
    ...sharesWorthTelling(live).map((share) => shareText(share)),
    ...confirmationRows(live),
  ]
  return [
    {label: 'Terraform', text: declaredText(inputs), isAside: false},
    {label: 'AWS', text: liveText(live), isAside: false},
    ...asides.map((text) => ({label: '', text, isAside: true})),
    ...(account === undefined ? [] : [{label: 'Account', text: account, isAside: false}]),
    ...(selection ? [{label: 'Only', text: selectionText(selection), isAside: false}] : []),
    ...(report.ignored ? [{label: 'Ignore', text: ignoreFilesText(report.ignored), isAside: false}] : []),
    ...(policies.length === 0 ? [] : [{label: 'Policy', text: policies.map(harmless).join(', '), isAside: false}]),
  ]
}

/** `.driftignore (3), trueup.yaml (1)`: which files say what not to tell, and how often. */
function ignoreFilesText({by}: NonNullable<Report['ignored']>): string {
  const files = Map.groupBy(by, ({source}) => source?.file ?? '')
  const told = [...files].slice(0, 5).map(([file, rules]) => `${harmless(file)} (${countText(rules.length)})`)
  return files.size > told.length
    ? `${told.join(', ')} and ${counted(files.size - told.length, 'more file')}`
    : told.join(', ')
}

function selectionText({only, skip}: NonNullable<ReportInputs['selection']>): string {
  const left = only.length === 0 ? 'all' : only.map(harmless).join(', ')
  return skip.length === 0 ? left : `${left}, without ${skip.map(harmless).join(', ')}`
}

const namedStates = 3

/** The code, where it was given, and the states, if any. */
function declaredText({configuration, states}: ReportInputs): string {
  if (configuration === undefined) return statesText(states)
  const code = `code in ${harmless(configuration)}`
  return states.length === 0 ? code : `${code}; ${statesText(states)}`
}

function statesText(states: ReportInputs['states']): string {
  if (states.length === 0) return 'no state'
  const named = states
    .slice(0, namedStates)
    .map(({file, resources}) => `${harmless(file)} (${counted(resources, 'resource')})`)
  if (states.length <= namedStates) return named.join(', ')
  const all = states.reduce((total, {resources}) => total + resources, 0)
  return `${named.join(', ')} and ${countText(states.length - namedStates)} more; ${counted(all, 'resource')} in all`
}

function liveText({kind, name, objects, oldest, newest}: ReportInputs['live']): string {
  if (kind === 'none') return 'not looked at'
  const who = kind === 'snapshot' ? `snapshot ${harmless(name)}` : harmless(name)
  return `${who} (${counted(objects, 'object')}${ageText(oldest, newest)})`
}

function confirmationRows({confirmation}: ReportInputs['live']): readonly string[] {
  if (confirmation === undefined) return []
  const {suspected, reread, confirmed, dismissed} = confirmation
  const parts = [
    `${countText(confirmed)} confirmed by a fresh read`,
    ...(dismissed > 0 ? [`${countText(dismissed)} no longer so`] : []),
    ...(suspected > reread ? [`${countText(suspected - reread)} not read again`] : []),
  ]
  return [`${counted(suspected, 'object')} differed in recordings that may be old: ${parts.join(', ')}`]
}

/** A single reader that does not say why it was asked adds nothing to the line of the live side. */
function sharesWorthTelling({readers = []}: ReportInputs['live']): readonly ReaderShare[] {
  return readers.length > 1 || readers.some(({reasons}) => reasons.length > 0) ? readers : []
}

/** Who answered, for how much, how old it is, and why it was this one: the commonest reason. */
function shareText({reader, objects, types, oldest, newest, reasons}: ReaderShare): string {
  if (reader === 'tagging') return `${readerNames.tagging}: tags of ${counted(objects, 'object')}`
  const what = `${counted(objects, 'object')} of ${counted(types, 'type')}${ageText(oldest, newest)}`
  const [main, ...others] = reasons
  const why = main === undefined ? '' : `; ${harmless(main.because)}`
  const more = others.length === 0 ? '' : `, and ${counted(others.length, 'other reason')}`
  return `${readerNames[reader]}: ${what}${why}${more}`
}

function ageText(oldest: string | undefined, newest: string | undefined): string {
  if (oldest === undefined) return ''
  if (newest === undefined || newest === oldest) return `, read ${timeText(oldest)}`
  const [from, to] = [timeText(oldest), timeText(newest)]
  const sameDay = from.slice(0, 11) === to.slice(0, 11)
  return `, read ${from.replace(' UTC', '')} to ${sameDay ? to.slice(11) : to}`
}
