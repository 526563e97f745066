import {type CauseGroup, causeGroups} from '../../model/cause-group.ts'
import type {Finding} from '../../model/finding.ts'
import {changeText} from '../change-text.ts'
import {causeText} from '../cause-words.ts'
import {counted, countText} from '../count-text.ts'
import {heading} from './heading.ts'
import {severitySign} from './severity.ts'
import {hanging} from './text.ts'
import type {View} from './view.ts'

/** Smaller ones are seen at a glance where they stand. */
const smallest = 3

/** The same change on forty resources, once. The findings stand in the sections above all the same. */
export function* causesSection(findings: readonly Finding[], view: View): Generator<string> {
  const groups = causeGroups(findings).filter((group) => group.findings.length >= smallest)
  if (groups.length === 0) return
  const total = groups.reduce((sum, group) => sum + group.findings.length, 0)
  yield* heading('Same cause', `${counted(groups.length, 'cause')} behind ${counted(total, 'finding')}`, view)
  yield ''
  for (const group of groups.slice(0, view.limit)) yield* causeLines(group, view)
  if (groups.length > view.limit) yield view.paint.dim(`  … ${counted(groups.length - view.limit, 'more cause')}`)
}

function* causeLines(group: CauseGroup, view: View): Generator<string> {
  const prefix = `  ${severitySign(group.severity, view.paint)} ${countText(group.findings.length)} × `
  yield* hanging(prefix, causeText(group), view.width)
  const change = group.cause === 'event' ? group.findings[0]?.change : undefined
  if (change) yield view.paint.dim(`      ${changeText(change)}`)
}
