import {once} from 'node:events'
import type {Writable} from 'node:stream'

import {userError, type TrueupError} from '../errors.ts'
import type {Report} from '../model/report.ts'
import {chunks} from '../report/chunks.ts'
import {formatNames, formats, type FormatName} from '../report/formats.ts'
import {writeAtomically} from './atomic-write.ts'
import type {ReportTarget} from './report-target.ts'

/** Where reports without a file go. */
export interface Screen {
  readonly stream: Writable
  readonly width: number
  readonly colour: boolean
}

/** @throws {TrueupError} `report-format-unknown`, before any work is done */
export function checkTargets(targets: readonly ReportTarget[]): void {
  for (const {format} of targets) if (!isFormat(format)) throw unknownFormat(format)
}

function unknownFormat(name: string): TrueupError {
  const known = formatNames.toSorted().join(', ')
  return userError('report-format-unknown', `no report format is called ${name}`, `Choose one of: ${known}`)
}

/** Writes each report to its file or to the screen. A closed pipe ends the writing, not the run. */
export async function writeReports(
  report: Report,
  targets: readonly ReportTarget[],
  screen: Screen,
  signal: AbortSignal,
): Promise<void> {
  checkTargets(targets)
  for (const {format, file} of targets) {
    if (!isFormat(format)) continue
    const render = await formats[format]()
    const pieces = chunks(render(report, {width: screen.width, colour: file === undefined && screen.colour}))
    if (file === undefined) await writeToStream(pieces, screen.stream)
    else await writeAtomically(file, pieces, signal)
  }
}

async function writeToStream(pieces: Iterable<string>, stream: Writable): Promise<void> {
  for (const piece of pieces) {
    if (stream.destroyed || !stream.writable) return
    if (!stream.write(piece)) await Promise.race([once(stream, 'drain'), once(stream, 'close')])
  }
}

function isFormat(name: string): name is FormatName {
  return Object.hasOwn(formats, name)
}
