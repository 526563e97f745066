/** Why an attribute is not compared. Every reason has words in `report/skip-words.ts`. */
export type SkipReason =
  /** Exists in Terraform only: timeouts, force_destroy, wait_for_*. */
  | 'terraform-only'
  /** AWS never gives it back: passwords, write-only attributes. */
  | 'write-only'
  /** Set by AWS, not by anyone's declaration: ids, endpoints, states, times. */
  | 'computed'
  /** Part of how the object is found, so equal by construction. */
  | 'identity'
  /** The same value is compared under another attribute of the resource. */
  | 'alias'
  /** Belongs to another Terraform resource's object, and is compared there. */
  | 'elsewhere'
  /** The reader that answered cannot see this property. */
  | 'not-visible'
  /** Unknown before apply. */
  | 'unknown'
  /** `lifecycle.ignore_changes`. */
  | 'ignored'
  /** AWS or an autoscaler keeps changing it by design. */
  | 'controlled'
  /** Deprecated by the provider: no longer refreshed, so the recorded value means nothing. */
  | 'deprecated'

/** Counts of attributes, at the level of one type or of the whole scan. */
export interface AttributeCoverage {
  readonly compared: number
  readonly skipped: Readonly<Partial<Record<SkipReason, number>>>
  /** The catalogue has no rule for the attribute. */
  readonly notMapped: number
}

export interface TypeCoverage extends AttributeCoverage {
  readonly type: string
  readonly resources: number
  readonly confidence: 'curated' | 'derived' | 'none'
  /** Names of attributes without a rule, sorted; they are what a curated entry has to add. */
  readonly notMappedAttributes: readonly string[]
}

export interface Coverage {
  readonly resources: {
    /** Managed AWS resources in scope. */
    readonly declared: number
    /** Compared with a live object, wholly or in part. */
    readonly compared: number
    /** Known to be absent live. */
    readonly missing: number
    /** Not looked at: each is inside a gap. */
    readonly notLookedAt: number
    /** Data sources, resources of other providers, deposed objects: out of scope, counted. */
    readonly outOfScope: number
    /** In scope, and left out with --only or --skip: nothing is known of them. Absent where nothing was. */
    readonly leftOut?: number
  }
  readonly attributes: AttributeCoverage
  readonly byType: readonly TypeCoverage[]
}
