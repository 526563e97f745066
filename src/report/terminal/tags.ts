import type {Finding} from '../../model/finding.ts'
import {counted, countText} from '../count-text.ts'
import {harmless} from '../harmless.ts'
import {allowedText, policyText, tagSide} from '../tag-text.ts'
import {valueText} from '../value-text.ts'
import {columns} from './columns.ts'
import {heading} from './heading.ts'
import {limitByType} from './limited.ts'
import {groupsOf, leftResources, type ResourceGroup} from './resource-group.ts'
import {severitySign} from './severity.ts'
import {shownName, typeOf} from './subject.ts'
import {hanging, tie} from './text.ts'
import type {View} from './view.ts'

/** What breaks the tag policy, resource by resource, and which keys are missing most. */
export function* tagsSection(findings: readonly Finding[], view: View): Generator<string> {
  const groups = groupsOf(findings)
  const amount = `${counted(findings.length, 'violation')} on ${counted(groups.length, 'resource')}`
  yield* heading('Tags', amount, view)
  const byKey = Map.groupBy(findings.filter(isMissing), ({key}) => key)
  if (byKey.size > 1) {
    const most = [...byKey].toSorted(([, a], [, b]) => b.length - a.length).slice(0, view.limit)
    const keys = most.map(([key, {length}]) => `${harmless(key)} ${countText(length)}`).join(' · ')
    yield* hanging('  ', view.paint.dim(`missing: ${keys}`), view.width)
  }
  const {shown, left} = limitByType(groups, view.limit, ([first]) => typeOf(first))
  yield ''
  yield* columns(
    shown.flatMap((group) => tagRows(group, view)),
    {width: view.width},
  )
  yield* leftResources(left, view)
}

type Missing = Extract<Finding, {readonly code: 'tag-missing'}>

function isMissing(finding: Finding): finding is Missing {
  return finding.code === 'tag-missing'
}

/** A line for each kind of violation; the resource's name stands on the first. */
function tagRows(group: ResourceGroup, view: View): readonly (readonly string[])[] {
  const alike = [...Map.groupBy(group, rowKey).values()]
  return alike.map(([first = group[0], ...more], at) => {
    const [label, text] = rowText(first, [first, ...more])
    const sign = severitySign(first.severity, view.paint)
    const side = view.paint.dim(sideText(first).replaceAll(' ', tie))
    return [at === 0 ? nameText(first, view) : '', `${sign} ${label}`, `${harmless(text)}  ${side}`.trimEnd()]
  })
}

/** An address says where the resource is; an id needs its place. */
function nameText({subject}: Finding, {paint, place}: View): string {
  const where = subject.address === undefined ? place(subject.location) : ''
  return `${shownName(subject)} ${paint.dim(where)}`.trimEnd()
}

/** Missing keys of which there is nothing else to say share a line. */
function rowKey(finding: Finding): string {
  const plain = isMissing(finding) && finding.variant === undefined && finding.message === undefined
  return plain ? `${finding.severity} ${sideText(finding)}` : finding.fingerprint
}

function rowText(finding: Finding, alike: readonly Finding[]): readonly [label: string, text: string] {
  switch (finding.code) {
    case 'tag-missing': {
      const keys = alike.filter(isMissing).map(({key}) => key)
      const variant = finding.variant === undefined ? '' : `, but there is ${finding.variant}`
      return ['missing', `${keys.join(', ')}${variant}${policyText(finding)}`]
    }
    case 'tag-value-invalid':
      return ['value', `${finding.key} = ${valueText(finding.value)}${allowedText(finding)}${policyText(finding)}`]
    case 'tag-key-invalid':
      return ['key', `${finding.key}, expected ${finding.expected}${policyText(finding)}`]
    case 'tag-exemption-expired':
      return ['expired', exemptionText(finding)]
    default:
      return [finding.code, '']
  }
}

type Expired = Extract<Finding, {readonly code: 'tag-exemption-expired'}>

function exemptionText({keys, expired, exemptionOwner, reason, violations}: Expired): string {
  const hidden = counted(violations, 'violation')
  return `exemption from ${keys.join(', ')} ended ${expired}, hid ${hidden} (${exemptionOwner}: ${reason})`
}

function sideText(finding: Finding): string {
  if (!('on' in finding)) return ''
  return finding.ownedBy === undefined ? tagSide(finding) : `${tagSide(finding)}, kept by ${harmless(finding.ownedBy)}`
}
