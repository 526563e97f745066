import {Chalk, type ChalkInstance} from 'chalk'

import type {FixPlan} from '../model/fix-plan.ts'
import {counted} from './count-text.ts'
import {harmless} from './harmless.ts'
import {commandText, hindranceWords, remedyTitles} from './remedy-words.ts'
import {wrapped} from './terminal/text.ts'

/** The plan of `trueup fix` for a person: what is added to the code, what is changed in it, what to run, what stays. */
export function* renderFix(
  plan: FixPlan,
  patch: string,
  written: readonly string[],
  {width, colour}: {readonly width: number; readonly colour: boolean},
): Generator<string> {
  const paint = new Chalk({level: colour ? 1 : 0})
  for (const line of lines(plan, patch, written, paint))
    for (const fitting of wrapped(line, width)) yield `${fitting}\n`
}

function* lines(
  {blocks, edits, commands, left}: FixPlan,
  patch: string,
  written: readonly string[],
  paint: ChalkInstance,
): Generator<string> {
  if (patch !== '') {
    yield paint.bold(`CODE  ${counted(edits.length, 'edit')}, ${counted(blocks.length, 'new block')}`)
    yield ''
    for (const line of patch.trimEnd().split('\n')) yield painted(harmless(line), paint)
    yield ''
  }
  if (commands.length > 0) {
    yield paint.bold(
      `COMMANDS  ${counted(commands.length, 'command')}, each shows a plan and asks before it changes anything`,
    )
    for (const [kind, ofKind] of Map.groupBy(commands, (one) => one.kind)) {
      yield ''
      yield `  ${paint.dim(`# ${remedyTitles[kind]}`)}`
      for (const {command} of ofKind) yield `  ${harmless(commandText(command))}`
    }
    yield ''
  }
  if (left.length > 0) {
    yield paint.bold(`LEFT  ${counted(left.length, 'finding')}`)
    yield ''
    for (const {of, hindrance} of left) yield `  ${harmless(of)}  ${paint.dim(hindranceWords[hindrance])}`
    yield ''
  }
  if (patch === '' && commands.length === 0 && left.length === 0) yield 'Nothing to mend.'
  else if (patch !== '' && written.length === 0)
    yield 'Nothing was written: --write edits the code, --out FILE writes the patch.'
  else if (written.length > 0) yield `Written: ${written.map(harmless).join(', ')}`
}

function painted(line: string, paint: ChalkInstance): string {
  if (line.startsWith('+') && !line.startsWith('+++')) return paint.green(line)
  if (line.startsWith('-') && !line.startsWith('---')) return paint.red(line)
  return paint.dim(line)
}
