import {once} from 'node:events'
import type {Writable} from 'node:stream'

import {TrueupError} from '../errors.ts'
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

/**
 * Writes each report to its file or to the screen. One that cannot be written does not keep the others from it; a closed pipe ends the
 * writing, not the run.
 *
 * @throws {TrueupError} `disk-full`, `file-not-writable`; the message names every file that was not written
 */
export async function writeReports(
  report: Report,
  targets: readonly ReportTarget[],
  screen: Screen,
  signal: AbortSignal,
): Promise<void> {
  const failures: unknown[] = []
  for (const target of targets) {
    try {
      await writeReport(report, target, screen, signal)
    } catch (error) {
      if (signal.aborted) throw error
      failures.push(error)
    }
  }
  if (failures.length > 0) throw together(failures)
}

async function writeReport(
  report: Report,
  {format, file}: ReportTarget,
  screen: Screen,
  signal: AbortSignal,
): Promise<void> {
  const render = await formats[format]()
  const pieces = chunks(render(report, {width: screen.width, colour: file === undefined && screen.colour}))
  if (file === undefined) await writeToStream(pieces, screen.stream)
  else await writeAtomically(file, pieces, signal)
}

/** One error that says all; a fault of the program itself goes before. */
function together(failures: readonly unknown[]): unknown {
  const [first, ...others] = failures.filter((error) => error instanceof TrueupError)
  const bug = failures.find((error) => !(error instanceof TrueupError))
  if (bug !== undefined || first === undefined || others.length === 0) return bug ?? first
  const worst = others.find(({fault}) => fault !== 'user') ?? first
  const {code, fault, hint} = first.fault === 'user' ? worst : first
  const message = [first, ...others].map((error) => error.message).join('; ')
  return new TrueupError(message, {code, fault, ...(hint !== undefined && {hint}), cause: first})
}

/** A closed pipe ends the writing, not the run. */
export async function writeToStream(pieces: Iterable<string>, stream: Writable): Promise<void> {
  for (const piece of pieces) {
    if (stream.destroyed || !stream.writable) return
    if (!stream.write(piece)) await Promise.race([once(stream, 'drain'), once(stream, 'close')])
  }
}
