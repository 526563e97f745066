import truncate from 'cli-truncate'
import {structuredPatch} from 'diff'
import stringWidth from 'string-width'

import type {Value} from '../../model/value.ts'
import {valueText} from '../value-text.ts'
import {differingPart} from './differing-part.ts'
import {documentLines, isDocument} from '../document.ts'

/** How the two sides of a property are shown: on one line, or as lines that differ. */
export type ValueDiff =
  | {readonly kind: 'pair'; readonly before: string; readonly after: string}
  | {readonly kind: 'lines'; readonly lines: readonly DiffLine[]}

export interface DiffLine {
  /** `-` before, `+` after, a space on both sides, `…` where equal lines are left out. */
  readonly sign: '-' | '+' | ' ' | '…'
  readonly text: string
}

export interface Room {
  /** Columns for each of two values side by side, and for one line of a document. */
  readonly side: number
  readonly line: number
}

export function valueDiff(before: Value | undefined, after: Value | undefined, room: Room): ValueDiff {
  const [left, right] = [valueText(before), valueText(after)]
  if (Math.max(stringWidth(left), stringWidth(right)) <= room.side) return {kind: 'pair', before: left, after: right}
  const asDocuments = isDocument(before) || isDocument(after)
  const lines = asDocuments ? patchLines(documentLines(before), documentLines(after), room.line) : []
  return {kind: 'lines', lines: lines.length > 0 ? lines : stacked(left, right, room.line)}
}

/** One below the other, so that what differs stands out where both are too long to stand side by side. */
function stacked(before: string, after: string, room: number): readonly DiffLine[] {
  const [left, right] = differingPart(before, after, room)
  return [
    {sign: '-', text: left},
    {sign: '+', text: right},
  ]
}

/** Beyond this many changed lines a minimal diff is neither readable nor cheap to find. */
const mostEdits = 400

function patchLines(before: readonly string[], after: readonly string[], room: number): readonly DiffLine[] {
  const options = {context: 2, maxEditLength: mostEdits}
  const patch = structuredPatch('', '', joined(before), joined(after), '', '', options)
  const hunks = patch?.hunks.map(({lines, oldStart}) => ({lines, oldStart})) ?? [
    {lines: [...before.map((line) => `-${line}`), ...after.map((line) => `+${line}`)], oldStart: 1},
  ]
  return hunks.flatMap(({lines, oldStart}) => [
    ...(oldStart > 1 ? [{sign: '…', text: ''} as const] : []),
    ...fitted(lines.map(diffLine), room),
  ])
}

function joined(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('')
}

function diffLine(line: string): DiffLine {
  return {sign: line[0] as DiffLine['sign'], text: line.slice(1)}
}

/** Long lines cut to the room; a removed line right before an added one is cut to where the two differ. */
function fitted(lines: readonly DiffLine[], room: number): readonly DiffLine[] {
  return lines.map((line, at) => {
    const {sign, text} = line
    const [previous, next] = [lines[at - 1], lines[at + 1]]
    if (sign === '-' && next?.sign === '+') return {sign, text: differingPart(text, next.text, room)[0]}
    if (sign === '+' && previous?.sign === '-') return {sign, text: differingPart(previous.text, text, room)[1]}
    return {sign, text: truncate(text, room)}
  })
}
