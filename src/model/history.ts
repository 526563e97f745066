import type {Confidence, Severity, Subject} from './finding.ts'
import type {Gap} from './gap.ts'
import type {SourceRef} from './source.ts'
import type {RunBrief} from './trend.ts'

/**
 * What a run was asked to look at, by the flag that says it (`region: [eu-central-1]`), and whose AWS it found (`aws`). Runs are
 * compared with runs of the same scope alone: one that looked elsewhere says nothing of what an earlier one found.
 */
export type RunScope = Readonly<Record<string, readonly string[]>>

/** A finding as it is kept: who and what, without the values that differ. */
export interface KeptFinding extends Subject {
  readonly fingerprint: string
  /** A code of `model/finding.ts`, or of another version of trueup. */
  readonly code: string
  readonly severity: Severity
  readonly confidence: Confidence
  /** The property, or the key of the tag. */
  readonly path?: string
  readonly owner?: string
  readonly source?: SourceRef
  /** What it costs a month more than what is declared would. */
  readonly cost?: {readonly monthly: string; readonly currency: string}
}

/** As far as it tells which findings a run could not have seen. */
export type KeptGap = Pick<Gap, 'reason' | 'type' | 'location' | 'action' | 'hides'> & {
  /** Where it is about an input that could not be read. */
  readonly file?: string
}

/** One run, as it lies in the history; never changed once it is written. */
export interface KeptRun {
  /** Of trueup. */
  readonly version: string
  readonly scope: RunScope
  readonly brief: RunBrief
  readonly findings: readonly KeptFinding[]
  readonly gaps: readonly KeptGap[]
  /** Names of the states that were read. */
  readonly states: readonly string[]
  /** Fingerprints of findings that the project has chosen not to hear of: they are neither there nor gone. */
  readonly ignored?: readonly string[]
  /** Findings of earlier runs that this one could not have seen, each with the gaps that were there when it was seen last. */
  readonly carried: readonly CarriedFinding[]
}

export interface CarriedFinding {
  readonly finding: KeptFinding
  readonly lastSeen: string
  /** Keys of gaps in spite of which it was seen, with what they hid. */
  readonly despite: Readonly<Record<string, number>>
  /** States that were read when it was seen, and not by this run. */
  readonly lacking?: readonly string[]
}

/**
 * How a finding stands at the end of a span of runs, against its beginning. `recurring`: it was gone, and is there again. `unknown`: it was
 * there, and no later run could have seen it.
 */
export const historyStandings = ['new', 'recurring', 'still', 'gone', 'unknown', 'ignored'] as const
export type HistoryStanding = (typeof historyStandings)[number]

/** From the first run that saw it to the one that no longer did. ISO 8601. */
export interface Appearance {
  readonly firstSeen: string
  readonly lastSeen: string
  /** Absent while it is there, or nobody knows. */
  readonly gone?: string
}

export interface FindingLife {
  readonly finding: KeptFinding
  readonly standing: HistoryStanding
  /** Oldest first; more than one where it came back. */
  readonly appearances: readonly Appearance[]
  /** All appearances together; one that has not ended lasts until the last run that saw it. */
  readonly seconds: number
  /** What it cost over that time, by what it cost a month at each run; absent where no run had a price for it. */
  readonly cost?: {readonly amount: string; readonly currency: string}
}

/** What `trueup history` tells. */
export interface History {
  /** ISO 8601, of the clock that ages are counted by. */
  readonly at: string
  readonly place: string
  readonly scope: HistoryScope
  readonly otherScopes: readonly HistoryScope[]
  /** Oldest first. */
  readonly runs: readonly (RunBrief & {readonly version: string})[]
  /** The run that the standings are told against: the last one before the span, else its first. */
  readonly since?: string
  readonly findings: readonly FindingLife[]
  readonly counts: Readonly<Record<HistoryStanding, number>>
  /** What all of them cost over their time, a row a currency. */
  readonly cost: readonly {readonly amount: string; readonly currency: string}[]
  readonly gaps: readonly Gap[]
}

export interface HistoryScope {
  /** Part of the names of files; `--scope` takes it. */
  readonly id: string
  readonly of: RunScope
  readonly runs: number
  readonly latest: string
}

/** What is otherwise than when somebody was told last. */
export interface RunChange {
  /** Of the run that says so. */
  readonly at: string
  /** Of the run that was told last; absent where none was. */
  readonly since?: string
  readonly scope: RunScope
  readonly brief: RunBrief
  readonly appeared: readonly KeptFinding[]
  readonly gone: readonly KeptFinding[]
  /** Equal for every attempt to tell this change. */
  readonly key: string
}
