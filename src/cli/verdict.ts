import type {Report} from '../model/report.ts'
import {verdictOf, type Gate} from '../pipeline/verdict.ts'
import {verdictText} from '../report/verdict-text.ts'
import {exitCodes, type ExitCode} from './exit-codes.ts'

type Judged = Pick<Report, 'findings' | 'gaps'> & Partial<Pick<Report, 'coverage'>>

/** What a run exits with. */
export function exitCodeOf(report: Judged, gate: Gate): ExitCode {
  return exitCodes[verdictOf(report, gate).outcome]
}

/** Sets the exit code of the process, and says on stderr, in a line, why it is not 0. */
export function conclude(report: Judged, gate: Gate): void {
  const verdict = verdictOf(report, gate)
  process.exitCode = exitCodes[verdict.outcome]
  const text = verdictText(verdict)
  if (text !== undefined) process.stderr.write(`${text}\n`)
}
