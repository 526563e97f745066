/** What the evaluation of one type in one case came to. */
export interface Outcome {
  readonly case: string
  readonly type: string
  readonly confidence: 'curated' | 'derived' | 'none'
  /** Attributes, or declared properties, that were compared; those that were skipped with a reason; those that no rule knows. */
  readonly compared: number
  readonly skipped: number
  readonly notMapped: number
  /** Single changes that were tried. */
  readonly changes: number
  readonly falseDrifts: readonly string[]
  readonly missed: readonly string[]
  /** Paths at which a change was noticed. */
  readonly noticed?: readonly string[]
}
