import type {ChalkInstance} from 'chalk'

import {severities} from '../../model/finding.ts'
import type {Report} from '../../model/report.ts'
import {counted} from '../count-text.ts'
import {severitySign} from './severity.ts'

/** One sentence that says how it stands. "Clean" only where everything in scope was looked at. */
export function verdict({summary, gaps, coverage, tags, inputs}: Report, paint: ChalkInstance): string {
  const {declared, notLookedAt} = coverage.resources
  const unseen = unseenText(gaps.length, notLookedAt)
  const worst = severities.find((severity) => summary.bySeverity[severity] > 0)
  if (worst !== undefined) {
    const found = `${severitySign(worst, paint)} ${paint.bold(counted(summary.total, 'finding'))}`
    return unseen === '' ? found : `${found}, and ${unseen}`
  }
  const unsure = `${paint.yellow('?')} ${paint.bold('Not known to be clean')}: no findings, but`
  if (unseen !== '') return `${unsure} ${unseen}`
  if (inputs.selection) {
    return `${paint.green('✔')} ${paint.bold('No findings')} in what was asked for; the rest was not looked at`
  }
  if (!summary.clean) return `${unsure} not everything was looked at`
  if (tags?.checked === 0)
    return `${paint.yellow('?')} ${paint.bold('Nothing was checked')}: no rule is about anything that was looked at`
  if (tags) return `${paint.green('✔')} ${paint.bold('Clean')}: every tag that was looked at complies`
  if (declared === 0) return `${paint.yellow('?')} ${paint.bold('Nothing was compared')}: no AWS resource is declared`
  return `${paint.green('✔')} ${paint.bold('Clean')}: all that was compared matches`
}

function unseenText(gaps: number, notLookedAt: number): string {
  const resources = notLookedAt > 0 ? counted(notLookedAt, 'resource') : ''
  if (gaps === 0) return resources === '' ? '' : `${resources} not looked at`
  return `${counted(gaps, 'gap')}${resources === '' ? '' : ` (${resources} not looked at)`}`
}
