import {silentProgress} from '../../src/model/progress.ts'

/** A run that nobody watches, in November 2026. */
export const quietSurroundings = {
  now: new Date('2026-11-02T00:00:00Z'),
  version: '0.0.0',
  stdin: (async function* () {})(),
  signal: new AbortController().signal,
  progress: silentProgress,
}
