import {standingText} from '../billed-keys.ts'
import type {Finding, Severity, TagBreach} from '../../model/finding.ts'
import type {TagCause} from '../../model/tag-cause.ts'
import type {SourceRef} from '../../model/source.ts'
import {counted, countText} from '../count-text.ts'
import {harmless} from '../harmless.ts'
import {propagationWords, tagCauseWords} from '../tag-cause-words.ts'
import {allowedText, tagSide} from '../tag-text.ts'
import {valueText} from '../value-text.ts'
import {columns} from './columns.ts'
import {heading} from './heading.ts'
import {limitByType} from './limited.ts'
import {groupsOf, leftResources, type ResourceGroup} from './resource-group.ts'
import {severitySign} from './severity.ts'
import {shownName, sourceText, typeOf} from './subject.ts'
import {hanging, tie} from './text.ts'
import type {View} from './view.ts'

/** What breaks the tag policy: key by key with what the policy asks for, then each kind of violation with the resources that share it. */
export function* tagsSection(findings: readonly Finding[], view: View): Generator<string> {
  const groups = groupsOf(findings)
  const amount = `${counted(findings.length, 'violation')} on ${counted(groups.length, 'resource')}`
  yield* heading('Tags', amount, view)
  yield ''
  yield* columns(keyRows(findings, view), {width: view.width})
  yield* causeLines(findings, view)
  const {shown, left} = limitByType(groups, view.limit, ([first]) => typeOf(first))
  for (const alike of Map.groupBy(shown, violationsText).values()) yield* alikeLines(alike, view)
  yield* leftResources(left, view)
}

/** The worst key first: how often it is missing or wrong, and the policy's own words for it. */
function keyRows(findings: readonly Finding[], {limit, paint}: View): readonly (readonly string[])[] {
  const byKey = [...Map.groupBy(findings.filter(isBreach), ({key}) => key)]
  return byKey.slice(0, limit).map(([key, breaches]) => {
    const [{severity, message} = {severity: 'info' as const, message: undefined}] = breaches
    const missing = breaches.filter(({code}) => code === 'tag-missing').length
    const wrong = breaches.length - missing
    const counts = [missing > 0 && `${countText(missing)} missing`, wrong > 0 && `${countText(wrong)} wrong`]
    const text = counts.filter((count) => count !== false).join(', ')
    return [`${severitySign(severity, paint)} ${harmless(key)}`, text, paint.dim(harmless(message ?? ''))]
  })
}

/** Why rules are broken, the most frequent cause first, and the fix that fits. */
function* causeLines(findings: readonly Finding[], {width, paint}: View): Generator<string> {
  const byCause = [...Map.groupBy(findings.filter(isBreach), causeFix)]
  const rows = byCause
    .filter(([fix]) => fix !== undefined)
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([fix = '', alike]) => {
      const cause = alike[0]?.cause
      const title = cause === undefined ? '' : tagCauseWords[cause].title
      return [title, countText(alike.length), paint.dim(`→ ${fix}`)]
    })
  if (rows.length === 0) return
  yield ''
  yield* columns(rows, {width, right: [1]})
}

/** Of what is not handed on, the fix depends on what made it. */
function causeFix({cause, parent}: Breach): string | undefined {
  if (cause === undefined) return undefined
  return parent === undefined ? tagCauseWords[cause].fix : propagationWords[parent.kind]
}

type Breach = Extract<Finding, TagBreach>

function isBreach(finding: Finding): finding is Breach {
  return 'on' in finding
}

/** Resources that break the same rules in the same way. */
function* alikeLines(alike: readonly ResourceGroup[], view: View): Generator<string> {
  const [first] = alike
  if (!first) return
  yield ''
  yield* columns(violationRows(first, view), {width: view.width})
  for (const [owner, groups] of Map.groupBy(alike, ([finding]) => ownerOf(finding))) {
    if (owner === undefined) for (const group of groups) yield* hanging('      ', nameText(group[0], view), view.width)
    else yield* hanging('      ', keptText(owner, groups, view), view.width)
  }
}

function ownerOf(finding: Finding): string | undefined {
  return isBreach(finding) ? finding.ownedBy : undefined
}

function keptText(owner: string, groups: readonly ResourceGroup[], {paint}: View): string {
  const names = groups.map(([{subject}]) => shownName(subject)).join(', ')
  return `${names}  ${paint.dim(`kept by ${harmless(owner)}`.replaceAll(' ', tie))}`
}

/** An address says where the resource is; an id needs its place. Where code was given, what to open. */
function nameText({subject, source}: Finding, {paint, place}: View): string {
  const where =
    subject.address === undefined ? place(subject.location) : source && isCode(source) ? sourceText(source) : ''
  return `${shownName(subject)}  ${paint.dim(where)}`.trimEnd()
}

/** A tag is mended in code, never in a state. */
function isCode({file}: SourceRef): boolean {
  return /\.(?:tf|tofu)(?:\.json)?$/.test(file)
}

function violationsText(group: ResourceGroup): string {
  return rowsOf(group).flat().join('\n')
}

function violationRows(group: ResourceGroup, {paint}: View): readonly (readonly string[])[] {
  return rowsOf(group).map(([severity, label, text, side]) => {
    const shownSide = paint.dim(side.replaceAll(' ', tie))
    return [`${severitySign(severity, paint)} ${label}`, `${harmless(text)}  ${shownSide}`.trimEnd()]
  })
}

type Row = readonly [severity: Severity, label: string, text: string, side: string]

/** A row for each kind of violation. */
function rowsOf(group: ResourceGroup): readonly Row[] {
  const alike = [...Map.groupBy(group, rowKey).values()]
  return alike.map(([first = group[0], ...more]) => {
    const side = isBreach(first) ? [tagSide(first), causeText(first)].filter(Boolean).join(', ') : ''
    return [first.severity, ...rowText(first, [first, ...more]), side]
  })
}

/** Causes that the rest of the line does not tell. */
const toldApart: ReadonlySet<TagCause> = new Set(['not-applied', 'over-limits', 'tag-changed', 'tag-removed'])

/** The cause, with what hands nothing on. Of most there is nothing to say but that nobody ever tagged them. */
function causeText({cause, parent}: Breach): string {
  if (parent) return `${harmless(parent.name)} does not hand it on`
  return cause !== undefined && toldApart.has(cause) ? tagCauseWords[cause].title : ''
}

type Missing = Extract<Finding, {readonly code: 'tag-missing'}>

function isMissing(finding: Finding): finding is Missing {
  return finding.code === 'tag-missing'
}

/** Missing keys of which there is nothing else to say share a row. */
function rowKey(finding: Finding): string {
  const plain = isMissing(finding) && finding.variant === undefined && finding.found === undefined
  return plain ? `${finding.severity} ${tagSide(finding)} ${causeText(finding)}` : finding.fingerprint
}

function rowText(finding: Finding, alike: readonly Finding[]): readonly [label: string, text: string] {
  switch (finding.code) {
    case 'tag-missing': {
      const keys = alike.filter(isMissing).map(({key}) => key)
      const instead = finding.variant ?? finding.found
      const variant = instead === undefined ? '' : `, but there is ${instead}`
      return ['missing', `${keys.join(', ')}${variant}`]
    }
    case 'tag-value-invalid':
      return ['value', `${finding.key} = ${valueText(finding.value)}${allowedText(finding)}`]
    case 'tag-key-invalid':
      return ['key', `${finding.key}, expected ${finding.expected}`]
    case 'tag-exemption-expired':
      return ['expired', exemptionText(finding)]
    case 'tag-key-not-billed':
      return ['bill', `${finding.tagKey} ${standingText({...finding, standing: finding.activation})}`]
    default:
      return [finding.code, '']
  }
}

type Expired = Extract<Finding, {readonly code: 'tag-exemption-expired'}>

function exemptionText({keys, expired, exemptionOwner, reason, violations}: Expired): string {
  const hidden = counted(violations, 'violation')
  return `exemption from ${keys.join(', ')} ended ${expired}, hid ${hidden} (${exemptionOwner}: ${reason})`
}
