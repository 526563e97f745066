import type {ChalkInstance} from 'chalk'

import type {Report} from '../../model/report.ts'
import {counted} from '../count-text.ts'

/** One sentence that says how it stands. "Clean" only where everything in scope was looked at. */
export function verdict({summary, gaps, coverage}: Report, paint: ChalkInstance): string {
  const {declared, notLookedAt} = coverage.resources
  const unseen = unseenText(gaps.length, notLookedAt)
  if (summary.total > 0) {
    return `${paint.red.bold(`✖ ${counted(summary.total, 'finding')}`)}${unseen === '' ? '' : `, and ${unseen}`}`
  }
  if (unseen !== '') return `${paint.yellow.bold('? Not known to be clean')}: no findings, but ${unseen}`
  if (!summary.clean)
    return `${paint.yellow.bold('? Not known to be clean')}: no findings, but not everything was looked at`
  if (declared === 0) return `${paint.yellow.bold('? Nothing was compared')}: the inputs declare no AWS resource`
  return `${paint.green.bold('✔ Clean')}: all that was compared matches`
}

function unseenText(gaps: number, notLookedAt: number): string {
  const parts = [
    ...(gaps > 0 ? [counted(gaps, 'gap')] : []),
    ...(notLookedAt > 0 ? [`${counted(notLookedAt, 'resource was', 'resources were')} not looked at`] : []),
  ]
  return parts.join(': ')
}
