import type {Finding} from '../../model/finding.ts'
import {Decimal} from '../../model/money.ts'
import {harmless} from '../harmless.ts'
import {decimalPlaces} from '../money-text.ts'
import {columns} from './columns.ts'
import {limitByType} from './limited.ts'
import {leftResources} from './resource-group.ts'
import {severitySign} from './severity.ts'
import {shownName, typeOf} from './subject.ts'
import {hanging} from './text.ts'
import type {View} from './view.ts'

type Unowned = Extract<Finding, {readonly code: 'accelerator-unowned'}>

/** Accelerators that nobody owns, the dearest first, under the tags that they lack. */
export function* unownedLines(findings: readonly Finding[], view: View): Generator<string> {
  const groups = findings
    .filter(isUnowned)
    .toSorted(byCost)
    .map((finding) => [finding] as const)
  const {shown, left} = limitByType(groups, view.limit, ([finding]) => typeOf(finding))
  for (const [keys, alike] of Map.groupBy(shown, ([{missingKeys}]) => missingKeys.join(', '))) {
    yield ''
    yield* hanging('  ', `without ${harmless(keys)}`, view.width)
    const rows = alike.map(([finding]) => row(finding, view))
    yield* columns(rows, {width: view.width, indent: '    ', right: [3]})
  }
  yield* leftResources(left, view)
}

function isUnowned(finding: Finding): finding is Unowned {
  return finding.code === 'accelerator-unowned'
}

/** Those without a price last. */
function byCost(a: Unowned, b: Unowned): number {
  return new Decimal(b.monthly ?? -1).comparedTo(a.monthly ?? -1)
}

function row(finding: Unowned, {paint, place}: View): readonly string[] {
  const {severity, subject, count, model, instanceType, monthly, currency} = finding
  const cost = monthly === undefined ? 'price unknown' : `${currency} ${decimalPlaces(monthly, 2)} a month`
  return [
    `${severitySign(severity, paint)} ${shownName(subject)}`,
    harmless(place(subject.location)),
    harmless(`${count} × ${model} (${instanceType})`),
    harmless(cost),
  ]
}
