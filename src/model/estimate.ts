/**
 * Why nobody knows the most calls of an API before they are made: it lists what nobody declared as well, whose number nobody tells; it
 * lists all that has tags; or it lists, and is asked once more for what is declared, by as many calls as its type takes.
 */
export type OpenEnd = 'lists-undeclared' | 'lists-tagged' | 'lists-and-completes'

/** How often one API will be called in one place. */
export interface CallEstimate {
  /** As IAM calls it: `config:SelectResourceConfig`; `ec2:*` where several calls of a service are meant. */
  readonly action: string
  readonly account: string
  readonly region: string
  readonly atLeast: number
  /** While no call fails; absent where `open` says why. */
  readonly atMost?: number
  readonly open?: OpenEnd
  /** The published limit; absent where none is. */
  readonly callsPerSecond?: number
  /** Where calls are billed: the list price of one in us-east-1, a decimal. */
  readonly usdPerCall?: string
}

/** What a scan would cost in calls, time and money, without any of it being read: `trueup scan --estimate`. */
export interface Estimate {
  readonly accounts: number
  /** Accounts and regions; global objects of an account are one more place. */
  readonly places: number
  readonly types: number
  readonly declared: number
  readonly calls: readonly CallEstimate[]
  readonly atLeast: number
  /** Absent where some of it is not known. */
  readonly atMost?: number
  /** How long the published limits make it last, if nothing else did: the slowest API of the slowest place. */
  readonly leastSeconds: number
  /** Declared objects that are looked at once more where their recording differs, at most; a call or a few each, on top of `calls`. */
  readonly mostReread: number
  /** Decimal, of `atLeast`. */
  readonly leastUsd: string
  /** Accounts that could not be asked, and why. */
  readonly unknown: readonly {readonly account: string; readonly detail: string}[]
}
