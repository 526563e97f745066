import {once} from 'node:events'
import type {Writable} from 'node:stream'

import type {Report} from '../model/report.ts'
import {chunks} from '../report/chunks.ts'
import {formats} from '../report/formats.ts'
import {writeAtomically} from '../files/atomic-write.ts'
import type {ReportTarget} from './report-target.ts'

/** Where reports without a file go. */
export interface Screen {
  readonly stream: Writable
  readonly width: number
  readonly colour: boolean
}

/** Writes each report to its file or to the screen. A closed pipe ends the writing, not the run. */
export async function writeReports(
  report: Report,
  targets: readonly ReportTarget[],
  screen: Screen,
  signal: AbortSignal,
): Promise<void> {
  for (const {format, file} of targets) {
    const render = await formats[format]()
    const pieces = chunks(render(report, {width: screen.width, colour: file === undefined && screen.colour}))
    if (file === undefined) await writeToStream(pieces, screen.stream)
    else await writeAtomically(file, pieces, signal)
  }
}

/** A closed pipe ends the writing, not the run. */
export async function writeToStream(pieces: Iterable<string>, stream: Writable): Promise<void> {
  for (const piece of pieces) {
    if (stream.destroyed || !stream.writable) return
    if (!stream.write(piece)) await Promise.race([once(stream, 'drain'), once(stream, 'close')])
  }
}
