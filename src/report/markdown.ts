import {alikeGaps, fewText} from './alike-gaps.ts'
import {type CauseGroup, causeGroups} from '../model/cause-group.ts'
import {severities, subjectName, type Finding, type Severity} from '../model/finding.ts'
import type {Report} from '../model/report.ts'
import {costText, driftCostTexts} from './cost-text.ts'
import {causeText} from './cause-words.ts'
import {counted} from './count-text.ts'
import {findingWords} from './finding-words.ts'
import {gapWords} from './gap-words.ts'
import {harmless} from './harmless.ts'
import {kindOf, kinds, type Kind} from './kind.ts'
import {code, plain} from './markdown-text.ts'
import {decimalPlaces} from './money-text.ts'
import {propertyName} from './owner.ts'
import {editText} from './remedy-words.ts'
import {repositoryPath} from './place.ts'
import {selectedLines} from './selected-words.ts'
import {valueText} from './value-text.ts'
import {messageOf} from './words.ts'

/** A comment on GitHub takes 65,536 characters, and what it adds itself is not ours to count; GitLab takes a million. */
const mostCharacters = 60_000
const longestValue = 80
/** Two are told one by one. */
const smallestGroup = 3

const signs: Readonly<Record<Severity, string>> = {critical: '🟥', high: '🟧', medium: '🟨', low: '🟦', info: '⬜'}

/**
 * For a comment on a pull request and for a job summary: figures, then the findings from the worst on, as many as a comment takes; how
 * many are left out is said. The first line is a mark by which a later run finds its comment again.
 */
export function renderMarkdown(report: Report): string {
  const head = [...opening(report), ...selectedLines(report).flatMap((text) => [`${plain(text)}.`, ''])].join('\n')
  const foot = [...closing(report)].join('\n')
  const body = sections(report, mostCharacters - head.length - foot.length)
  return `${[head, body, foot].filter((part) => part !== '').join('\n')}\n`
}

function* opening({summary, gaps, spend}: Report): Generator<string> {
  yield '<!-- trueup -->'
  yield `## trueup: ${summary.clean ? 'clean' : counted(summary.total, 'finding')}`
  yield ''
  if (summary.total > 0) {
    const shown = severities.filter((severity) => summary.bySeverity[severity] > 0)
    yield `| ${shown.map((severity) => `${signs[severity]} ${severity}`).join(' | ')} |`
    yield `| ${shown.map(() => '---:').join(' | ')} |`
    yield `| ${shown.map((severity) => summary.bySeverity[severity]).join(' | ')} |`
    yield ''
  }
  const unowned = spend?.unowned
  if (spend && unowned && unowned.instances > 0) {
    const amount = `${spend.currency} ${decimalPlaces(unowned.monthly, 2)}`
    yield `**${amount} a month** of accelerators (${counted(unowned.instances, 'instance')}) is owned by nobody.`
    yield ''
  }
  if (summary.cost) {
    for (const text of driftCostTexts(summary.cost)) yield `**Cost:** ${plain(text)}  `
    yield ''
  }
  if (gaps.length > 0) {
    yield `${counted(gaps.length, 'part')} could not be checked: nothing is said of what lies there.`
    yield ''
  }
}

/** The worst findings come first, whatever they are about, so that a cut takes the least. */
function sections(report: Report, room: number): string {
  const findings = report.findings.filter(({standing}) => standing !== 'known')
  const rows = new Map<Kind, string[]>()
  let left = room - 600
  let shown = 0
  const groups = new Map(
    causeGroups(findings)
      .filter((group) => group.findings.length >= smallestGroup)
      .flatMap((group) => group.findings.map((finding) => [finding, group] as const)),
  )
  const told = new Set<CauseGroup>()
  for (const finding of findings) {
    const group = groups.get(finding)
    if (group && told.has(group)) continue
    const text = group ? groupRow(group) : row(finding)
    left -= text.length + 1
    if (left < 0) break
    const kind = kindOf(finding.code)
    const of = rows.get(kind) ?? []
    rows.set(kind, [...of, text])
    shown += group?.findings.length ?? 1
    if (group) told.add(group)
  }
  const parts = [...rows].map(([kind, of]) =>
    [`### ${kinds[kind]}`, '', '| | Resource | Finding | Where |', '| --- | --- | --- | --- |', ...of, ''].join('\n'),
  )
  const hidden = findings.length - shown
  if (hidden > 0)
    parts.push(
      `${counted(hidden, 'finding')} more: a comment takes no more text. \`--report json\` and \`html\` hold all.\n`,
    )
  return parts.join('\n')
}

/** The same cause is one row; where it begins, and how many it is behind. */
function groupRow(group: CauseGroup): string {
  const [first] = group.findings
  const place = first ? placeText(first) : ''
  const cells = [
    signs[group.severity],
    `${group.findings.length} ×`,
    plain(causeText(group)),
    place === '' ? '' : code(place),
  ]
  return `| ${cells.join(' | ')} |`
}

function placeText({source}: Finding): string {
  return source ? `${repositoryPath(source.file)}${source.line === undefined ? '' : `:${source.line}`}` : ''
}

function row(finding: Finding): string {
  const {severity, subject} = finding
  const name = subjectName(subject)
  const place = placeText(finding)
  const cells = [signs[severity], code(name), said(finding), place === '' ? '' : code(place)]
  return `| ${cells.join(' | ')} |`
}

function said(finding: Finding): string {
  const cost = finding.cost ? `, ${plain(costText(finding))}` : ''
  const edit = editText(finding)
  return `${saidOf(finding)}${cost}${edit === undefined ? '' : `; to keep it: ${code(edit)}`}`
}

function saidOf(finding: Finding): string {
  if ('before' in finding && 'after' in finding) {
    const title = finding.code === 'drifted' ? '' : ` (${findingWords[finding.code].title.toLowerCase()})`
    return `${code(propertyName(finding))}: ${shortValue(finding.before)} → ${shortValue(finding.after)}${title}`
  }
  const whole = messageOf(finding)
  return plain(whole.slice(harmless(`${subjectName(finding.subject)}: `).length))
}

function shortValue(value: Parameters<typeof valueText>[0]): string {
  const text = valueText(value)
  return code(text.length > longestValue ? `${text.slice(0, longestValue)}…` : text)
}

function* closing({gaps, tool, generatedAt}: Report): Generator<string> {
  if (gaps.length > 0) {
    yield '<details><summary>What could not be checked</summary>'
    yield ''
    const causes = alikeGaps(gaps)
    for (const {reason, type, places, detail} of causes.slice(0, 20)) {
      const all = places.map(({account, region}) => [account, region].filter(Boolean).join(' '))
      const where = [type, fewText(all)].filter(Boolean).join(' ')
      yield `- **${gapWords[reason].title}**${where === '' ? '' : ` ${code(where)}`}: ${plain(detail.slice(0, 300))}`
    }
    if (causes.length > 20) yield `- and ${causes.length - 20} more`
    yield ''
    yield '</details>'
    yield ''
  }
  yield `<sub>trueup ${plain(tool.version)}, ${generatedAt.slice(0, 16).replace('T', ' ')} UTC. \`trueup explain CODE\` tells what to do.</sub>`
}
