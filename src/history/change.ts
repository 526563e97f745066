import {hash} from 'node:crypto'

import {compareText} from '../model/finding.ts'
import type {KeptFinding, KeptRun, RunChange} from '../model/history.ts'
import {scopeId} from './run-file.ts'
import {Walk} from './walk.ts'

/**
 * What a run found that was not there before, and did not find though it looked. A finding of which nobody knows is neither.
 *
 * @param before the run that was told of last; without one everything is new
 * @returns undefined where nothing changed
 */
export function changeSince(before: KeptRun | undefined, run: KeptRun): RunChange | undefined {
  const walk = before ? Walk.after(before) : new Walk()
  const known = walk.open()
  const {seen, gone: left} = walk.step(run)
  const appeared = [...seen.values()].filter(({fingerprint}) => !known.has(fingerprint))
  // What was told once is gone once.
  const gone = left.toSorted((a, b) => compareText(a.fingerprint, b.fingerprint))
  if (appeared.length === 0 && gone.length === 0) return undefined
  const {brief, scope} = run
  const since = before?.brief.at
  const key = hash('sha256', JSON.stringify([scopeId(scope), since, prints(appeared), prints(gone)])).slice(0, 32)
  return {at: brief.at, ...(since !== undefined && {since}), scope, brief, appeared, gone, key}
}

function prints(findings: readonly KeptFinding[]): readonly string[] {
  return findings.map(({fingerprint}) => fingerprint).toSorted(compareText)
}
