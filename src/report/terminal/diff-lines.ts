import {countText} from '../count-text.ts'
import type {DiffLine} from './value-diff.ts'
import type {View} from './view.ts'

/** Lines of one document that are shown; of one that is on one side alone the beginning has to do. */
const most = {changed: 30, oneSided: 10}

/** Lines of a document that differ, a few equal ones around them. */
export function* diffLines(lines: readonly DiffLine[], {paint}: View): Generator<string> {
  const colours = {'-': paint.red, '+': paint.green, ' ': paint.dim, '…': paint.dim}
  const shown = limitOf(lines)
  for (const {sign, text} of lines.slice(0, shown)) yield `      ${colours[sign](`${sign} ${text}`)}`.trimEnd()
  if (lines.length > shown) yield paint.dim(`      … ${countText(lines.length - shown)} more lines`)
}

function limitOf(lines: readonly DiffLine[]): number {
  const mostShown = lines.some(({sign}) => sign === ' ') ? most.changed : most.oneSided
  return lines.length <= mostShown + 1 ? lines.length : mostShown
}
