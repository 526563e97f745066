import {userError} from '../errors.ts'
import type {AcceptedFinding, Baseline} from '../model/baseline.ts'
import {accept, sorted, type Reported, type Terms} from '../select/baseline/accept.ts'
import {parseBaseline, type BaselineText} from '../select/baseline/parse.ts'

export type {BaselineText} from '../select/baseline/parse.ts'

/** What a baseline is made of: a report as JSON, of this run or an earlier one. */
export interface ReportedRun {
  readonly inputs: {readonly states: readonly {readonly file: string}[]}
  readonly findings: readonly Reported[]
  readonly baseline?: {readonly goneFingerprints: readonly string[]} | undefined
}

/** A baseline, and what became of the one before. */
export interface MadeBaseline {
  readonly baseline: Baseline
  readonly added: number
  /** Accepted before, and still so, or not looked for this time. */
  readonly kept: number
  readonly dropped: number
}

/**
 * Accepts what a run found, beside what was accepted before and is not gone; what nobody looked for stays.
 *
 * @param update drops what is gone, and accepts nothing new
 */
export function makeBaseline(
  run: ReportedRun,
  earlier: BaselineText | undefined,
  {update, ...terms}: Terms & {readonly update: boolean},
): MadeBaseline {
  const before = earlier === undefined ? undefined : parseBaseline(earlier)
  if (update && !run.baseline) {
    const hint = earlier
      ? 'Give the report that a scan with --baseline wrote, or scan'
      : 'Run trueup baseline without --update first'
    throw userError(
      'baseline-not-compared',
      'nobody knows what is gone: there is no baseline that was compared with',
      hint,
    )
  }
  const gone = new Set(run.baseline?.goneFingerprints)
  const stays = (before?.findings ?? []).filter(({fingerprint}) => !gone.has(fingerprint))
  const found = new Map(accept(run.findings, stays, terms).map((one) => [one.fingerprint, one]))
  const all = new Map<string, AcceptedFinding>(stays.map((one) => [one.fingerprint, one]))
  if (!update) for (const [fingerprint, one] of found) all.set(fingerprint, one)
  const known = new Set(before?.findings.map(({fingerprint}) => fingerprint))
  const added = [...all.keys()].filter((fingerprint) => !known.has(fingerprint)).length
  const states = [...new Set([...(before?.states ?? []), ...run.inputs.states.map(({file}) => file)])].toSorted()
  const baseline = {states, findings: sorted(all.values())}
  return {baseline, added, kept: all.size - added, dropped: known.size + added - all.size}
}

/**
 * The fingerprints of what is known already: of a baseline, or of the findings in a JSON report.
 *
 * @param today `2026-11-22`: what a baseline accepts for a time alone is not known afterwards
 * @throws TrueupError `baseline-invalid`
 */
export function knownFingerprints(file: BaselineText, today: string): ReadonlySet<string> {
  const reported = reportIn(file)
  if (reported) return new Set(reported.findings.map(({fingerprint}) => fingerprint))
  const holds = ({until}: AcceptedFinding) => until === undefined || until >= today
  return new Set(
    parseBaseline(file)
      .findings.filter(holds)
      .map(({fingerprint}) => fingerprint),
  )
}

/**
 * A report that was kept.
 *
 * @param filters JMESPath over its findings, all of which have to hold
 * @throws TrueupError `baseline-report-invalid`, `filter-invalid`
 */
export async function readReport(file: BaselineText, filters: readonly string[] = []): Promise<ReportedRun> {
  const run = reportIn(file)
  if (!run) {
    const hint = 'Name a file that trueup scan or trueup tags check wrote with --report json=FILE'
    throw userError('baseline-report-invalid', `${file.name} is not a JSON report of trueup`, hint)
  }
  if (filters.length === 0) return run
  const {parseFilter} = await import('../select/filter/filter.ts')
  const parsed = filters.map(parseFilter)
  return {...run, findings: run.findings.filter((finding) => parsed.every(({takesReported}) => takesReported(finding)))}
}

function reportIn({text}: BaselineText): ReportedRun | undefined {
  try {
    const data = JSON.parse(text) as ReportedRun & {readonly schemaVersion?: unknown}
    const isReport = data.schemaVersion === '1.0' && Array.isArray(data.inputs.states)
    return isReport && data.findings.every(isReported) ? data : undefined
  } catch {
    return undefined
  }
}

function isReported({fingerprint, code, severity}: Reported): boolean {
  return [fingerprint, code, severity].every((text) => typeof text === 'string')
}
