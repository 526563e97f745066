import type {SourceRef} from './source.ts'

/** What was found, or not looked for, and counts no more since somebody said so. */
export interface Ignored {
  /** Findings that were taken away. */
  readonly findings: number
  /** Of these, so that a history does not take them for gone. */
  readonly fingerprints: readonly string[]
  /** Declared resources that were not even compared, since all that could be said of them is ignored. */
  readonly resources: number
  /** What did so, and what did nothing, in the order in which they are written. */
  readonly by: readonly IgnoredBy[]
}

/** One ignore, and what it took away. */
export interface IgnoredBy {
  /** `project`: of `trueup.yaml` or a file of the same form; `driftignore`: a line of such a file; `comment`: `# trueup:ignore` in code. */
  readonly kind: 'project' | 'driftignore' | 'comment'
  /** What it is about, as it is written: `type: aws_instance, path: tags.*`. */
  readonly rule: string
  readonly source?: SourceRef
  readonly reason?: string
  /** The last day on which it counts: `2026-12-31`. */
  readonly until?: string
  readonly findings: number
  readonly resources: number
}

/** How the findings stand against a baseline. */
export interface BaselineFigures {
  readonly file: string
  /** Findings that were accepted once. */
  readonly accepted: number
  /** Findings of this run that were accepted, and the others. */
  readonly known: number
  readonly new: number
  /** Accepted, looked for, and no longer there. */
  readonly gone: number
  /** Accepted, and not looked for in this run, as far as that is known: of these nothing is said. */
  readonly unseen: number
  /** Of those that are gone. */
  readonly goneFingerprints: readonly string[]
}

/** What `--filter` left out of a report. */
export interface Filtered {
  readonly expressions: readonly string[]
  readonly findings: number
}
