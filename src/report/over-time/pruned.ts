import {counted} from '../count-text.ts'
import {harmless} from '../harmless.ts'

/** What `history prune` took away, or would. */
export function* renderPruned({
  runs,
  kept,
  applied,
}: {
  readonly runs: readonly string[]
  readonly kept: number
  readonly applied: boolean
}): Generator<string> {
  for (const file of runs) yield `${harmless(file)}\n`
  const rest = `${counted(kept, 'run')} ${kept === 1 ? 'stays' : 'stay'}`
  if (runs.length === 0) yield `Nothing to take away; ${rest}\n`
  else if (applied) yield `${counted(runs.length, 'run')} taken away; ${rest}\n`
  else yield `${counted(runs.length, 'run')} would go; ${rest}. Nothing was changed: add --apply\n`
}
