/** What became of objects whose tags were to be changed. */
export interface AppliedTags {
  /** ARNs. */
  readonly tagged: readonly string[]
  readonly failed: readonly {readonly arn: string; readonly reason: string}[]
}
