import type {Finding, Severity} from '../model/finding.ts'
import type {Report} from '../model/report.ts'
import {counted} from './count-text.ts'
import {findingWords} from './finding-words.ts'
import {harmless} from './harmless.ts'
import {repositoryPath} from './place.ts'
import {selectedLines} from './selected-words.ts'
import {messageOf} from './words.ts'

type Level = 'error' | 'warning' | 'notice'

const levels: Readonly<Record<Severity, Level>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'notice',
  info: 'notice',
}

/** GitHub shows as many of each level for a step, and drops the rest in silence. */
const shownOfLevel = 10

/** Annotations: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands. The worst come first; the rest is counted. */
export function* renderGithub(report: Report): Generator<string> {
  const told = report.findings.filter(({standing}) => standing !== 'known')
  for (const [level, findings] of Map.groupBy(told, ({severity}) => levels[severity])) {
    for (const finding of findings.slice(0, shownOfLevel)) yield annotation(level, finding)
  }
  const {total} = report.summary
  const hidden = told.length - shownOf(told)
  const gaps = report.gaps.length
  const more = hidden > 0 ? `, ${counted(hidden, 'of them', 'of them')} not annotated` : ''
  const left = selectedLines(report)
    .map((text) => `; ${text}`)
    .join('')
  yield `trueup: ${counted(total, 'finding')}${more}${left}; ${counted(gaps, 'part')} could not be checked\n`
}

function shownOf(findings: readonly Finding[]): number {
  const byLevel = Map.groupBy(findings, ({severity}) => levels[severity])
  return [...byLevel.values()].reduce((sum, {length}) => sum + Math.min(length, shownOfLevel), 0)
}

function annotation(level: Level, finding: Finding): string {
  const {file, line, column} = finding.source ?? {}
  const properties = Object.entries({
    file: file === undefined ? undefined : repositoryPath(file),
    line,
    col: column,
    title: `trueup: ${findingWords[finding.code].title}`,
  }).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${property(String(value))}`]))
  return `::${level} ${properties.join(',')}::${data(messageOf(finding))}\n`
}

function data(text: string): string {
  return harmless(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
