import {truncate} from './truncate.ts'
import {structuredPatch} from 'diff'
import stringWidth from 'fast-string-width'

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
  if (patch === undefined) return fitted([...before.map(removed), ...after.map(added)], room)
  return patch.hunks.flatMap(({lines, oldStart}) => [
    ...(oldStart > 1 ? [{sign: '…', text: ''} as const] : []),
    ...fitted(lines.map(diffLine), room),
  ])
}

function joined(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('')
}

function removed(text: string): DiffLine {
  return {sign: '-', text}
}

function added(text: string): DiffLine {
  return {sign: '+', text}
}

function diffLine(line: string): DiffLine {
  return {sign: line[0] as DiffLine['sign'], text: line.slice(1)}
}

/** Long lines cut to the room; of lines that took each other's place what differs is kept. */
function fitted(lines: readonly DiffLine[], room: number): readonly DiffLine[] {
  const runs = lines.reduce<DiffLine[][]>((all, line) => {
    const run = all.at(-1)
    const last = run?.at(-1)?.sign
    if (run && (last === line.sign || (last === '-' && line.sign === '+'))) run.push(line)
    else all.push([line])
    return all
  }, [])
  return runs.flatMap((run) => fittedRun(run, room))
}

/** Lines removed, then lines added: the first is taken to have become the first, and so on. */
function fittedRun(run: readonly DiffLine[], room: number): readonly DiffLine[] {
  const before = run.filter(({sign}) => sign === '-')
  const after = run.filter(({sign}) => sign === '+')
  if (before.length === 0 || after.length === 0) return run.map(({sign, text}) => ({sign, text: truncate(text, room)}))
  return [
    ...before.map(({text}, at) => removed(differingPart(text, after[at]?.text ?? '', room)[0])),
    ...after.map(({text}, at) => added(differingPart(before[at]?.text ?? '', text, room)[1])),
  ]
}
