import type {Finding, TagBreach} from '../../model/finding.ts'
import {counted, countText} from '../count-text.ts'
import {harmless} from '../harmless.ts'
import {valueText} from '../value-text.ts'
import {columns} from './columns.ts'
import {heading} from './heading.ts'
import {groupsOf, resourceGroups, type ResourceGroup} from './resource-group.ts'
import {severitySign} from './severity.ts'
import {hanging} from './text.ts'
import type {View} from './view.ts'

/** What breaks the tag policy, resource by resource, and which keys are missing most. */
export function* tagsSection(findings: readonly Finding[], view: View): Generator<string> {
  const amount = `${counted(findings.length, 'violation')} on ${counted(groupsOf(findings).length, 'resource')}`
  yield heading('Tags', amount, view)
  const byKey = Map.groupBy(findings.filter(isMissing), ({key}) => key)
  if (byKey.size > 1) {
    const most = [...byKey].toSorted(([, a], [, b]) => b.length - a.length).slice(0, view.limit)
    const keys = most.map(([key, {length}]) => `${harmless(key)} ${countText(length)}`).join(' · ')
    yield* hanging('  ', view.paint.dim(`missing: ${keys}`), view.width)
  }
  yield* resourceGroups(findings, view, tagRows)
}

type Missing = Extract<Finding, {readonly code: 'tag-missing'}>

function isMissing(finding: Finding): finding is Missing {
  return finding.code === 'tag-missing'
}

function* tagRows(group: ResourceGroup, view: View): Generator<string> {
  const rows = [...Map.groupBy(group, rowKey).values()].flatMap((alike) => (alike[0] ? [rowOf(alike[0], alike)] : []))
  const cells = rows.map(({severity, label, text, side}) => {
    return [`${severitySign(severity, view.paint)} ${label}`, text + view.paint.dim(side === '' ? '' : `  ${side}`)]
  })
  yield* columns(cells, {width: view.width, indent: '    '})
}

interface Row extends Pick<Finding, 'severity'> {
  readonly label: string
  readonly text: string
  readonly side: string
}

/** Missing keys of which there is nothing else to say share a line. */
function rowKey(finding: Finding): string {
  const plain = isMissing(finding) && finding.variant === undefined && finding.message === undefined
  return plain ? `${finding.severity} ${sideText(finding)}` : finding.fingerprint
}

function rowOf(finding: Finding, alike: readonly Finding[]): Row {
  const {severity} = finding
  switch (finding.code) {
    case 'tag-missing': {
      const keys = alike.filter(isMissing).map(({key}) => harmless(key))
      const variant = finding.variant === undefined ? '' : `, but there is ${harmless(finding.variant)}`
      return {
        severity,
        label: 'missing',
        text: `${keys.join(', ')}${variant}${ownWords(finding)}`,
        side: sideText(finding),
      }
    }
    case 'tag-value-invalid': {
      const text = `${harmless(finding.key)} = ${valueText(finding.value)}${allowedText(finding)}${ownWords(finding)}`
      return {severity, label: 'value', text, side: sideText(finding)}
    }
    case 'tag-key-invalid': {
      const text = `${harmless(finding.key)}, expected ${harmless(finding.expected)}${ownWords(finding)}`
      return {severity, label: 'key', text, side: sideText(finding)}
    }
    case 'tag-exemption-expired': {
      const {keys, expired, exemptionOwner, reason, violations} = finding
      const text = `exemption from ${keys.join(', ')} ended ${expired}, hid ${violations} (${exemptionOwner}: ${reason})`
      return {severity, label: 'expired', text: harmless(text), side: ''}
    }
    default:
      return {severity, label: finding.code, text: '', side: ''}
  }
}

function sideText({on, otherSide, ownedBy}: TagBreach): string {
  const side = on === 'declared' ? 'in Terraform' : 'in AWS'
  const both = otherSide === 'same' ? 'in Terraform and AWS' : side
  return ownedBy === undefined ? both : `${both}, kept by ${harmless(ownedBy)}`
}

function ownWords({message}: TagBreach): string {
  return message === undefined ? '' : `: ${harmless(message)}`
}

function allowedText({allowed, pattern}: {readonly allowed?: readonly string[]; readonly pattern?: string}): string {
  if (allowed !== undefined) return `, not one of ${allowed.map((value) => valueText(value)).join(', ')}`
  return pattern === undefined ? '' : `, does not match ${harmless(pattern)}`
}
