import type {Finding} from '../../model/finding.ts'
import {counted} from '../count-text.ts'
import {harmless} from '../harmless.ts'
import {type Limited, limitByType} from './limited.ts'
import {shownName, subjectKey, typeOf, whereabouts} from './subject.ts'
import {flow} from './text.ts'
import type {View} from './view.ts'

/** All findings of one section about one resource, worst first. */
export type ResourceGroup = readonly [Finding, ...Finding[]]

export function groupsOf(findings: readonly Finding[]): readonly ResourceGroup[] {
  return [...Map.groupBy(findings, subjectKey).values()].flatMap(([first, ...rest]) =>
    first ? [[first, ...rest]] : [],
  )
}

/** Groups one below the other, each under its resource's name; where one type has too many, the rest is counted. */
export function* resourceGroups(
  findings: readonly Finding[],
  view: View,
  rows: (group: ResourceGroup, view: View) => Iterable<string>,
): Generator<string> {
  const {shown, left} = limitByType(groupsOf(findings), view.limit, ([first]) => typeOf(first))
  for (const group of shown) {
    yield ''
    yield* resourceName(group[0], view)
    yield* rows(group, view)
  }
  yield* leftResources(left, view)
}

/** What was not shown, type by type. */
export function* leftResources(left: Limited<ResourceGroup>['left'], {paint}: View): Generator<string> {
  if (left.size > 0) yield ''
  for (const [type, groups] of left) {
    const amount = `${counted(groups.length, 'more resource')} of type ${harmless(type)}`
    yield paint.dim(`  … ${amount}: ${counted(groups.flat().length, 'finding')}`)
  }
}

function* resourceName(finding: Finding, view: View): Generator<string> {
  const {paint} = view
  const details = whereabouts(finding, view).map((text) => paint.dim(text))
  yield* flow('  ', paint.bold(shownName(finding.subject)), details, view.width)
}
