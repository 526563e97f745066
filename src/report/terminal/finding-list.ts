import type {Finding} from '../../model/finding.ts'
import {changeText} from '../change-text.ts'
import {costText} from '../cost-text.ts'
import {countText} from '../count-text.ts'
import {harmless} from '../harmless.ts'
import {columns} from './columns.ts'
import {limitByType} from './limited.ts'
import {severitySign} from './severity.ts'
import {shownName, typeOf, whereabouts} from './subject.ts'
import type {View} from './view.ts'

/** One line for each finding, where its name says nearly all; where one type has too many, the rest is counted. */
export function* findingList(
  findings: readonly Finding[],
  view: View,
  indent: string,
  note: (finding: Finding) => string = () => '',
): Generator<string> {
  const {paint, width, limit} = view
  const {shown, left} = limitByType(findings, limit, typeOf)
  const rows = shown.map((finding) => [
    `${severitySign(finding.severity, paint)} ${shownName(finding.subject)}`,
    paint.dim(
      [
        ...whereabouts(finding, view),
        note(finding),
        finding.cost ? costText(finding) : '',
        finding.change ? changeText(finding.change) : '',
      ]
        .filter((text) => text !== '')
        .join('  '),
    ),
  ])
  yield* columns(rows, {width, indent})
  for (const [type, {length}] of left) yield paint.dim(`${indent}… ${countText(length)} more of type ${harmless(type)}`)
}
