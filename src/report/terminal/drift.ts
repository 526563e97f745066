import stringWidth from 'fast-string-width'

import type {Finding} from '../../model/finding.ts'
import {changeText} from '../change-text.ts'
import {costText} from '../cost-text.ts'
import {counted} from '../count-text.ts'
import {harmless} from '../harmless.ts'
import {ownerOf} from '../../model/owner.ts'
import {propertyName} from '../owner.ts'
import {editText} from '../remedy-words.ts'
import {valueText} from '../value-text.ts'
import {diffLines} from './diff-lines.ts'
import {heading} from './heading.ts'
import {groupsOf, resourceGroups, type ResourceGroup} from './resource-group.ts'
import {severitySign} from './severity.ts'
import {pad, widest} from './text.ts'
import {valueDiff, type ValueDiff} from './value-diff.ts'
import type {View} from './view.ts'

type Drifted = Extract<Finding, {readonly before: unknown; readonly after: unknown}>

export function* driftSection(findings: readonly Finding[], view: View): Generator<string> {
  const resources = groupsOf(findings).length
  const amount = `${counted(findings.length, 'property', 'properties')} of ${counted(resources, 'resource')} differ`
  yield* heading('Drift', amount, view, 'Terraform → AWS')
  yield* resourceGroups(findings, view, driftRows)
}

/** Where the code, or the state, is behind; nothing in AWS was changed against the code. */
export function* codeSection(findings: readonly Finding[], view: View): Generator<string> {
  const amount = `${counted(findings.length, 'property', 'properties')} of code and state differ`
  yield* heading('On their way', amount, view, 'state → code')
  yield* resourceGroups(findings, view, driftRows)
}

/** What others are meant to move: the same rows, told apart from drift. */
export function* controlledSection(findings: readonly Finding[], view: View): Generator<string> {
  const amount = `${counted(findings.length, 'value')} moved by design`
  yield* heading('Controlled by others', amount, view, 'Terraform → AWS')
  yield* resourceGroups(findings, view, driftRows)
}

interface Row {
  readonly finding: Drifted
  readonly name: string
  readonly diff: ValueDiff
}

const indent = '    '
const arrow = '  →  '

function* driftRows(group: ResourceGroup, view: View): Generator<string> {
  const drifted = group.filter(isDrifted)
  const shown = drifted.slice(0, view.limit * 2)
  const names = shown.map((finding) => harmless(propertyName(finding)))
  const nameColumns = widest(names.filter((name) => stringWidth(name) <= view.width * 0.4))
  const room = roomFor(nameColumns, view.width)
  const rows = shown.map((finding, at): Row => {
    return {finding, name: names[at] ?? '', diff: valueDiff(finding.before, targetOf(finding), room)}
  })
  const beforeColumns = widest(rows.map(({diff}) => (diff.kind === 'pair' ? diff.before : '')))
  for (const row of rows) yield* rowLines(row, {nameColumns, beforeColumns}, view)
  if (drifted.length > shown.length) {
    yield view.paint.dim(`${indent}… ${counted(drifted.length - shown.length, 'more property', 'more properties')}`)
  }
}

function isDrifted(finding: Finding): finding is Drifted {
  return 'before' in finding && 'after' in finding
}

function roomFor(nameColumns: number, width: number): {side: number; line: number} {
  const taken = indent.length + 2 + nameColumns + 2 + stringWidth(arrow)
  return {side: Math.max(14, Math.floor((width - taken) / 2)), line: width - indent.length - 4}
}

interface Sizes {
  readonly nameColumns: number
  readonly beforeColumns: number
}

function* rowLines(row: Row, sizes: Sizes, view: View): Generator<string> {
  const {finding, name, diff} = row
  const label = `${indent}${severitySign(finding.severity, view.paint)} ${pad(name, sizes.nameColumns)}`
  const notes = view.paint.dim(notesOf(finding, diff).join(', '))
  if (diff.kind === 'lines') {
    yield `${label}  ${notes}`.trimEnd()
    yield* diffLines(diff.lines, view)
  } else if (stringWidth(name) > sizes.nameColumns) {
    yield `${label}  ${notes}`.trimEnd()
    yield `${indent}    ${pairText(diff, sizes, view)}`
  } else {
    const line = `${label}  ${pairText(diff, sizes, view)}`
    const fits = notes === '' || stringWidth(`${line}  ${notes}`) <= view.width
    yield fits ? `${line}  ${notes}`.trimEnd() : line
    if (!fits) yield `${indent}    ${notes}`
  }
  const edit = editText(finding)
  if (edit !== undefined) yield view.paint.dim(`${indent}    to keep it: ${edit}`)
  if (finding.change) yield view.paint.dim(`${indent}    ${changeText(finding.change)}`)
}

function pairText({before, after}: {before: string; after: string}, sizes: Sizes, {paint}: View): string {
  return `${pad(paint.red(before), sizes.beforeColumns)}${paint.dim(arrow)}${paint.green(after)}`
}

/** The other side of the arrow: what is live, or what the code will make of it. */
function targetOf(finding: Drifted): Drifted['after'] {
  return finding.code === 'unapplied' ? finding.configured : finding.after
}

/** What a reader should know of this one difference. */
function notesOf(finding: Drifted, diff: ValueDiff): readonly string[] {
  const declaredBy = ownerOf(finding)?.address
  return [
    ...(finding.code === 'drifted-undeclared' ? ['not declared'] : []),
    ...(finding.code === 'conflict' ? [`the code says ${valueText(finding.configured)}`] : []),
    ...(finding.code === 'stale-state' ? ['already live'] : []),
    ...(finding.code === 'unapplied' ? ['not applied yet'] : []),
    ...(finding.code === 'controlled' ? [`by ${harmless(finding.controlledBy)}`] : []),
    ...(finding.seenByTerraform === false ? ['not seen by Terraform'] : []),
    ...(finding.confirmed === false ? ['not confirmed'] : []),
    ...(finding.confidence === 'derived' ? ['possible'] : []),
    ...(declaredBy === undefined ? [] : [`declared by ${harmless(declaredBy)}`]),
    ...(finding.cost ? [costText(finding)] : []),
    ...(looksEqual(diff) ? ['differs in what is not shown'] : []),
  ]
}

/** Both sides are secrets, or hold the secret that differs. */
function looksEqual(diff: ValueDiff): boolean {
  if (diff.kind === 'pair') return diff.before === diff.after
  const [before, after, ...more] = diff.lines
  return more.length === 0 && before?.text === after?.text
}
