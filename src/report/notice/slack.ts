import {severities, type Severity} from '../../model/finding.ts'
import type {KeptFinding, RunChange} from '../../model/history.ts'
import {counted} from '../count-text.ts'
import {harmless} from '../harmless.ts'
import {
  codeTitle,
  keptName,
  keptPlace,
  keptProperty,
  keptSource,
  monthlyText,
  monthlyTotals,
} from '../over-time/finding-text.ts'
import {scopeText} from '../over-time/scope-text.ts'
import {clockText} from '../over-time/time-text.ts'

/**
 * Block Kit takes 50 blocks, 3,000 characters of text in a section and 150 in a header: https://docs.slack.dev/reference/block-kit/blocks.
 * Ours has at most 30 findings, and four blocks around them.
 */
const most = {appeared: 20, gone: 10, scope: 300, header: 150}

type Block =
  | {readonly type: 'header'; readonly text: {readonly type: 'plain_text'; readonly text: string}}
  | {readonly type: 'section'; readonly text: Mrkdwn}
  | {readonly type: 'context'; readonly elements: readonly [Mrkdwn]}

/** `verbatim`: nothing in it is made a link or a mention. */
interface Mrkdwn {
  readonly type: 'mrkdwn'
  readonly text: string
  readonly verbatim: true
}

/** A change as a message for an incoming webhook of Slack. */
export function slackMessage(change: RunChange): string {
  const {at, since, scope, brief, appeared, gone} = change
  const title = titleOf(change)
  const blocks: Block[] = [
    {type: 'header', text: {type: 'plain_text', text: cut(`trueup: ${title}`, most.header)}},
    context(`${escape(cut(scopeText(scope), most.scope))}\n${sinceText(at, since)}`),
    ...listed(appeared, most.appeared, 'new'),
    ...listed(gone, most.gone, 'gone'),
    context(figuresOf(brief)),
  ]
  return JSON.stringify({text: escape(`trueup: ${title}`), blocks})
}

function titleOf({appeared, gone}: RunChange): string {
  const parts = [
    ...(appeared.length > 0 ? [counted(appeared.length, 'new finding')] : []),
    ...(gone.length > 0 ? [`${counted(gone.length, 'finding')} gone`] : []),
  ]
  return [...parts, ...monthlyTotals(appeared)].join(', ')
}

function sinceText(at: string, since: string | undefined): string {
  return since === undefined ? `${clockText(at)}; the first message` : `${clockText(at)}, since ${clockText(since)}`
}

function listed(findings: readonly KeptFinding[], limit: number, what: 'new' | 'gone'): readonly Block[] {
  const shown = findings.slice(0, limit)
  const rest = findings.length - shown.length
  return [
    ...shown.map((finding) => section(findingText(finding, what))),
    ...(rest > 0 ? [context(`and ${counted(rest, `more ${what} finding`)}`)] : []),
  ]
}

const signs: Readonly<Record<Severity, string>> = {
  critical: ':red_circle:',
  high: ':large_orange_circle:',
  medium: ':large_yellow_circle:',
  low: ':large_blue_circle:',
  info: ':white_circle:',
}

function findingText(finding: KeptFinding, what: 'new' | 'gone'): string {
  const {severity, code} = finding
  const sign = what === 'gone' ? ':white_check_mark:' : signs[severity]
  const state = what === 'gone' ? 'gone: ' : ''
  const name = span(keptName(finding))
  const property = keptProperty(finding)
  const head = `${sign} *${state}${escape(codeTitle(code))}* ${name}${property === '' ? '' : ` ${span(property)}`}`
  const where = [
    severity,
    escape(cut(keptPlace(finding), longestName)),
    span(keptSource(finding)),
    monthlyText(finding.cost),
  ]
  return `${head}\n${where.filter((part) => part !== '').join(' · ')}`
}

function figuresOf({findings, gaps}: RunChange['brief']): string {
  const bySeverity = severities.flatMap((severity) =>
    findings.bySeverity[severity] > 0 ? [`${findings.bySeverity[severity]} ${severity}`] : [],
  )
  const all = bySeverity.length === 0 ? '' : ` (${bySeverity.join(', ')})`
  const unknown = gaps > 0 ? `; ${counted(gaps, 'part')} could not be checked` : ''
  return `${counted(findings.total, 'finding')} in all${all}${unknown}`
}

function section(text: string): Block {
  return {type: 'section', text: mrkdwn(text)}
}

function context(text: string): Block {
  return {type: 'context', elements: [mrkdwn(text)]}
}

function mrkdwn(text: string): Mrkdwn {
  return {type: 'mrkdwn', text, verbatim: true}
}

/** Escaped, a character may take five: three names and what is ours then fit. */
const longestName = 120

/** In a code span nothing but a backtick means anything. */
function span(text: string): string {
  return text === '' ? '' : `\`${escape(cut(text, longestName).replaceAll('`', 'ˋ'))}\``
}

/** The three characters that Slack wants escaped: https://docs.slack.dev/messaging/formatting-message-text#escaping */
function escape(text: string): string {
  return harmless(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function cut(text: string, length: number): string {
  if (text.length <= length) return text
  // No half of a character that takes two units.
  return `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}
