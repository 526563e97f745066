/** A synthetic charge: what a bill would say of it in each format, and what is right to say about it. No figure is of a real account. */
export interface SyntheticCharge {
  readonly lineType: string
  readonly product: string
  readonly productName?: string
  readonly usageType: string
  readonly operation?: string
  readonly entity?: 'AWS' | 'AWS Marketplace'
  readonly account: string
  readonly region: string
  readonly resource?: string
  readonly parent?: string
  /** Of a container: what it used of its instance, and its part of what nobody used. */
  readonly split?: {readonly used: string; readonly unused: string}
  /** ISO 8601, UTC. */
  readonly start: string
  readonly end: string
  readonly quantity?: string
  readonly unit?: string
  readonly tags?: Readonly<Record<string, string>>
  readonly unblended: string
  readonly netUnblended: string
  readonly savingsPlan?: Readonly<Partial<Record<'effective' | 'netEffective' | 'total' | 'used', string>>>
  readonly reservation?: Readonly<
    Partial<
      Record<
        | 'arn'
        | 'effective'
        | 'netEffective'
        | 'unusedUpfront'
        | 'netUnusedUpfront'
        | 'unusedRecurring'
        | 'netUnusedRecurring',
        string
      >
    >
  >
  /** What FOCUS has instead: other lines for commitments, none for discounts and containers. */
  readonly focus: readonly FocusLine[]
  readonly answer: Answer
}

export interface FocusLine {
  readonly category: 'Usage' | 'Purchase' | 'Tax' | 'Credit'
  readonly correction?: true
  readonly billed: string
  readonly effective: string
  readonly commitment?: {
    readonly id: string
    readonly type: 'Savings Plan' | 'Reserved Instance'
    readonly unused?: true
  }
  readonly bucket: string
}

/** Written down beside the charge, not computed from its columns. */
export interface Answer {
  /** Under an amortised basis; `unblendedBucket` under the other where it differs. */
  readonly bucket: string
  readonly unblendedBucket?: string
  readonly amortised: string
  readonly netAmortised: string
  readonly unblended: string
  /** Devices times hours, where the line is of a machine's hours. */
  readonly deviceHours?: string
}
