import type {Gap} from '../model/gap.ts'
import type {KeptAnswers} from '../model/report.ts'
import {counted} from './count-text.ts'
import type {FormatOptions} from './format.ts'
import {harmless} from './harmless.ts'
import {keptText} from './kept-text.ts'
import {gapsSection} from './terminal/gaps.ts'
import {hanging} from './terminal/text.ts'
import {viewOf} from './terminal/view.ts'

/** What a snapshot came to. */
export interface SnapshotOutcome {
  readonly file: string
  readonly account: string
  readonly because: string
  readonly counts: {readonly object: number; readonly scope: number; readonly gap: number}
  readonly gaps: readonly Gap[]
  readonly kept?: KeptAnswers
}

/** What was written, who answered, and what the file does not hold. */
export function* snapshotSummary(outcome: SnapshotOutcome, options: FormatOptions): Generator<string> {
  const {file, account, because, counts, gaps, kept} = outcome
  const view = viewOf({findings: [], gaps}, options)
  const objects = counted(counts.object, 'object')
  const scopes = counted(counts.scope, 'type and place', 'types and places')
  yield `${view.paint.bold(harmless(file))}: ${objects} of AWS account ${account}, ${scopes} read to the end`
  for (const said of [because, ...keptText(kept)]) {
    for (const line of hanging('', `${said}.`, view.width)) yield view.paint.dim(line)
  }
  if (gaps.length === 0) return
  yield ''
  yield* gapsSection(gaps, view)
}
