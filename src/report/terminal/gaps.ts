import type {Gap, GapReason} from '../../model/gap.ts'
import {alikeGaps, fewText, type AlikeGaps} from '../alike-gaps.ts'
import {counted, countText} from '../count-text.ts'
import {gapWords} from '../gap-words.ts'
import {harmless} from '../harmless.ts'
import type {Step} from '../words.ts'
import {columns} from './columns.ts'
import {heading} from './heading.ts'
import {sourceText} from './subject.ts'
import {flow, hanging} from './text.ts'
import type {View} from './view.ts'

/** Reasons that no permission mends, and of which there may be many: a line each is enough. */
const inRows: ReadonlySet<GapReason> = new Set(['not-read', 'unsupported-type'])
/** Of these, the detail says no more than the type does. */
const selfEvident: GapReason = 'unsupported-type'

/** What was not looked at, reason by reason: where, what it hides, what to do. What is so in many places is told once. */
export function* gapsSection(gaps: readonly Gap[], view: View): Generator<string> {
  const {paint, limit} = view
  const causes = alikeGaps(gaps)
  const all = counted(gaps.length, 'gap')
  const total = causes.length < gaps.length ? `${all} of ${counted(causes.length, 'cause')}` : all
  yield* heading('Could not be checked', total, view)
  for (const [reason, alike] of byReason(causes)) {
    const {title, steps} = gapWords[reason]
    const shown = alike.length <= limit + 1 ? alike : alike.slice(0, limit)
    yield ''
    yield `  ${paint.yellow('?')} ${paint.bold(title)}  ${paint.dim(`gap-${reason}`)}`
    if (reason === selfEvident) yield* gapRows(shown, view)
    else if (inRows.has(reason)) yield* gapRowsByDetail(shown, view)
    else for (const gap of shown) yield* gapLines(gap, view)
    if (alike.length > shown.length) yield* leftLines(alike.slice(shown.length), view)
    if (steps[0]) yield* stepLines(steps[0], view)
  }
}

/** What a person can mend comes first. */
function byReason(gaps: readonly AlikeGaps[]): readonly (readonly [GapReason, readonly AlikeGaps[]])[] {
  const groups = [...Map.groupBy(gaps, ({reason}) => reason)]
  return groups.toSorted(([a], [b]) => Number(inRows.has(a)) - Number(inRows.has(b)))
}

/** Type, one place, how many resources it hides, and one of them. */
function* gapRows(gaps: readonly AlikeGaps[], {place, paint, width}: View): Generator<string> {
  const rows = gaps.map(({type = '', places, hides: {count, examples}}) => {
    const example = examples.slice(0, 1).map((name) => (count > 1 ? `${harmless(name)}, …` : harmless(name)))
    return [harmless(type), harmless(fewText(places.map(place), 1)), countText(count), paint.dim(example.join(''))]
  })
  const head = ['', '', 'hides', ''].map((cell) => paint.dim(cell))
  yield* columns([head, ...rows], {width, indent: '    ', right: [2]})
}

/** What was not looked at for the same reason is said together, and the reason below. */
function* gapRowsByDetail(gaps: readonly AlikeGaps[], view: View): Generator<string> {
  for (const [detail, alike] of Map.groupBy(gaps, (gap) => gap.detail)) {
    yield* gapRows(alike, view)
    yield* hanging('      ', harmless(detail), view.width)
  }
}

function* gapLines({type, places, action, grant, detail, hides, source}: AlikeGaps, view: View): Generator<string> {
  const where = [type, fewText(places.map(view.place)), action]
    .filter((text) => !!text)
    .map((text) => harmless(`${text}`))
  const [first = '', ...rest] = [...where, ...(source ? [sourceText(source)] : [])]
  if (first !== '')
    yield* flow(
      '    ',
      first,
      rest.map((text) => view.paint.dim(text)),
      view.width,
    )
  yield* hanging(first === '' ? '    ' : '      ', harmless(detail), view.width)
  if (grant) yield* hanging('      allow ', harmless(`${grant.Action} on ${grant.Resource}`), view.width)
  if (hides.count > 0) yield* hanging('      hides ', hidesText(hides), view.width)
}

/** The true number first; names are examples. */
function hidesText({count, examples}: Gap['hides']): string {
  const named = [...new Set(examples)].slice(0, 3).map(harmless)
  if (named.length === 0) return counted(count, 'resource')
  const rest = count > named.length ? ` and ${countText(count - named.length)} more` : ''
  return `${countText(count)}: ${named.join(', ')}${rest}`
}

function* leftLines(gaps: readonly AlikeGaps[], {paint}: View): Generator<string> {
  const hidden = gaps.reduce((total, {hides}) => total + hides.count, 0)
  const left = gaps.reduce((total, {places}) => total + places.length, 0)
  yield paint.dim(`    … ${counted(left, 'more gap')}, hiding ${countText(hidden)}`)
}

function* stepLines({text, command}: Step, {paint, width}: View): Generator<string> {
  yield* hanging('    → ', text, width)
  if (command !== undefined) yield `      ${paint.cyan(command)}`
}
