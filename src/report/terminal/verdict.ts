import type {ChalkInstance} from 'chalk'

import {severities} from '../../model/finding.ts'
import type {Report} from '../../model/report.ts'
import {counted, countText} from '../count-text.ts'
import {selectedLines} from '../selected-words.ts'
import {severitySign} from './severity.ts'

/** One sentence that says how it stands. "Clean" only where everything in scope was looked at. */
export function verdict(report: Report, paint: ChalkInstance): string {
  const unseen = unseenText(report.gaps.length, report.coverage.resources.notLookedAt)
  const left = leftOut(report)
    .map((text) => `; ${text}`)
    .join('')
  if (report.summary.total === 0) return `${withoutFindings(report, unseen, paint)}${left}`
  return `${foundText(report, paint)}${unseen === '' ? '' : `, and ${unseen}`}${left}`
}

function foundText({summary, baseline, findings}: Report, paint: ChalkInstance): string {
  const {total, bySeverity} = summary
  if (baseline?.new === 0) {
    return `${paint.green('✔')} ${paint.bold('Nothing new')}: ${counted(baseline.known, 'known finding')}`
  }
  const worst = baseline
    ? findings.find(({standing}) => standing !== 'known')?.severity
    : severities.find((severity) => bySeverity[severity] > 0)
  const sign = severitySign(worst ?? 'info', paint)
  if (!baseline) return `${sign} ${paint.bold(counted(total, 'finding'))}`
  return `${sign} ${paint.bold(counted(baseline.new, 'new finding'))}, ${countText(baseline.known)} known`
}

function leftOut({ignored, filtered}: Report): readonly string[] {
  return selectedLines({...(ignored && {ignored}), ...(filtered && {filtered})})
}

function withoutFindings(
  {summary, coverage, tags, inputs, filtered, spend}: Report,
  unseen: string,
  paint: ChalkInstance,
): string {
  if (spend?.notLookedAt && unseen === '') {
    return `${paint.green('✔')} ${paint.bold('No findings')} about what runs accelerators, as far as it was looked at`
  }
  const unsure = `${paint.yellow('?')} ${paint.bold('Not known to be clean')}: no findings, but`
  if (unseen !== '') return `${unsure} ${unseen}`
  if (inputs.selection || filtered) {
    const rest = inputs.selection ? '; the rest was not looked at' : ''
    return `${paint.green('✔')} ${paint.bold('No findings')} in what was asked for${rest}`
  }
  if (!summary.clean) return `${unsure} not everything was looked at`
  if (tags?.checked === 0)
    return `${paint.yellow('?')} ${paint.bold('Nothing was checked')}: no rule is about anything that was looked at`
  if (tags) return `${paint.green('✔')} ${paint.bold('Clean')}: every tag that was looked at complies`
  if (coverage.resources.declared === 0)
    return `${paint.yellow('?')} ${paint.bold('Nothing was compared')}: no AWS resource is declared`
  return `${paint.green('✔')} ${paint.bold('Clean')}: all that was compared matches`
}

function unseenText(gaps: number, notLookedAt: number): string {
  const resources = notLookedAt > 0 ? counted(notLookedAt, 'resource') : ''
  if (gaps === 0) return resources === '' ? '' : `${resources} not looked at`
  return `${counted(gaps, 'gap')}${resources === '' ? '' : ` (${resources} not looked at)`}`
}
