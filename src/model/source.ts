/** A place that a person can open. Lines and columns count from 1. */
export interface SourceRef {
  readonly file: string
  readonly line?: number
  readonly column?: number
}
