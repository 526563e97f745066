import {countText} from '../count-text.ts'
import type {DiffLine} from './value-diff.ts'
import type {View} from './view.ts'

const mostLines = 30

/** Lines of a document that differ, a few equal ones around them. */
export function* diffLines(lines: readonly DiffLine[], {paint}: View): Generator<string> {
  const colours = {'-': paint.red, '+': paint.green, ' ': paint.dim, '…': paint.dim}
  for (const {sign, text} of lines.slice(0, mostLines)) yield `      ${colours[sign](`${sign} ${text}`)}`.trimEnd()
  if (lines.length > mostLines) yield paint.dim(`      … ${countText(lines.length - mostLines)} more lines`)
}
