import type {Finding} from '../../model/finding.ts'
import {Decimal} from '../../model/money.ts'
import {counted} from '../count-text.ts'
import {harmless} from '../harmless.ts'
import {decimalPlaces} from '../money-text.ts'
import {columns} from './columns.ts'
import {severitySign} from './severity.ts'
import {shownName} from './subject.ts'
import type {View} from './view.ts'

type Idle = Extract<Finding, {readonly code: 'accelerator-idle' | 'reservation-unused'}>

/** What is paid for and does nothing, the dearest first: reservations that nothing runs in, accelerators that nothing uses. */
export function* idleLines(findings: readonly Finding[], view: View): Generator<string> {
  yield* listOf('reserved and not used', findings.filter(isUnused), view)
  yield* listOf('idle, as CloudWatch measured it', findings.filter(isIdle), view)
}

function isUnused(finding: Finding): finding is Idle {
  return finding.code === 'reservation-unused'
}

function isIdle(finding: Finding): finding is Idle {
  return finding.code === 'accelerator-idle'
}

function* listOf(title: string, findings: readonly Idle[], view: View): Generator<string> {
  if (findings.length === 0) return
  yield ''
  yield `  ${title}`
  const sorted = findings.toSorted((a, b) => new Decimal(b.monthly ?? -1).comparedTo(a.monthly ?? -1))
  const rows = sorted.slice(0, view.limit).map((finding) => cells(finding, view))
  yield* columns(rows, {width: view.width, indent: '    ', right: [3]})
  const left = sorted.length - view.limit
  if (left > 0) yield view.paint.dim(`    … ${counted(left, 'more')}`)
}

function cells(finding: Idle, {paint, place}: View): readonly string[] {
  const {severity, subject, monthly, currency} = finding
  return [
    `${severitySign(severity, paint)} ${shownName(subject)}`,
    harmless(place(subject.location)),
    harmless(whatText(finding)),
    harmless(monthly === undefined ? 'price unknown' : `${currency} ${decimalPlaces(monthly, 2)} a month`),
  ]
}

function whatText(finding: Idle): string {
  if (finding.code === 'reservation-unused') return `${finding.unused} of ${finding.reserved} × ${finding.instanceType}`
  return `${finding.count} × ${finding.model} (${finding.instanceType}), at most ${decimalPlaces(finding.peak, 1)}%`
}
