import type {Finding} from '../../model/finding.ts'
import {counted, countText} from '../count-text.ts'
import {harmless} from '../harmless.ts'
import {valueText} from '../value-text.ts'
import {columns} from './columns.ts'
import {findingList} from './finding-list.ts'
import {heading} from './heading.ts'
import {resourceGroups, type ResourceGroup} from './resource-group.ts'
import {severitySign} from './severity.ts'
import {typeOf} from './subject.ts'
import {hanging} from './text.ts'
import type {View} from './view.ts'

/** Objects that nobody declares, type by type. */
export function* unmanagedSection(findings: readonly Finding[], view: View): Generator<string> {
  const byType = Map.groupBy(findings, typeOf)
  const amount = `${counted(findings.length, 'object')} of ${counted(byType.size, 'type')} in no state`
  yield* heading('Unmanaged', amount, view)
  for (const [type, ofType] of byType) {
    yield ''
    yield `  ${harmless(type)}  ${view.paint.dim(countText(ofType.length))}`
    yield* findingList(ofType, view, '    ')
  }
}

/** Elements of declared objects that nobody declares: a rule too many. */
export function* unmanagedPartsSection(findings: readonly Finding[], view: View): Generator<string> {
  yield* heading('Unmanaged parts', `${counted(findings.length, 'element')} of declared objects in no state`, view)
  yield* resourceGroups(findings, view, partRows)
}

function* partRows(group: ResourceGroup, view: View): Generator<string> {
  for (const finding of group.slice(0, view.limit)) {
    if (finding.code !== 'unmanaged-child') continue
    const prefix = `    ${severitySign(finding.severity, view.paint)} ${harmless(finding.path)}  `
    yield* hanging(prefix, view.paint.green(valueText(finding.after)), view.width)
  }
  if (group.length > view.limit) yield view.paint.dim(`    … ${countText(group.length - view.limit)} more`)
}

/** Objects that something other than Terraform keeps: counted by owner, for there is nothing to do. */
export function* ownedElsewhereSection(findings: readonly Finding[], view: View): Generator<string> {
  const {paint, limit, width} = view
  const byOwner = [...Map.groupBy(findings, ownerName)].toSorted(([, a], [, b]) => b.length - a.length)
  const [shown, left] = [byOwner.slice(0, limit * 2), byOwner.slice(limit * 2)]
  yield* heading('Owned elsewhere', `${counted(findings.length, 'object')}, nothing to do in Terraform`, view)
  yield ''
  const rows = shown.map(([owner, owned]) => [harmless(owner), countText(owned.length), paint.dim(typeCounts(owned))])
  yield* columns(rows, {width, right: [1]})
  if (left.length === 0) return
  const objects = left.reduce((total, [, {length}]) => total + length, 0)
  yield paint.dim(`  … ${counted(objects, 'more object')} of ${counted(left.length, 'owner')}`)
}

function ownerName(finding: Finding): string {
  return finding.code === 'owned-elsewhere' ? finding.ownedBy : ''
}

/** `10 aws_iam_role, 2 aws_s3_bucket`; a single type needs no number of its own. */
function typeCounts(findings: readonly Finding[]): string {
  const byType = [...Map.groupBy(findings, typeOf)]
  return byType
    .map(([type, {length}]) => (byType.length === 1 ? '' : `${countText(length)} `) + harmless(type))
    .join(', ')
}
