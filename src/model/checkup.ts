import type {Grant} from './gap.ts'

/** What `trueup doctor` looks at, in this order. */
export const checkNames = [
  'credentials',
  'network',
  'clock',
  'organization',
  'accounts',
  'regions',
  'recorder',
  'tagging',
  'aggregator',
  'index',
  'cost-tags',
] as const

export type CheckName = (typeof checkNames)[number]

/** One thing that was looked at. */
export interface Check {
  readonly check: CheckName
  /** `warn`: a scan goes on, with less; `fail`: it cannot, or not there. */
  readonly status: 'ok' | 'warn' | 'fail'
  readonly account?: string
  readonly region?: string
  /** One sentence: how it stands. */
  readonly text: string
  /** One sentence: what to do about it; absent where it is ok. */
  readonly todo?: string
  /** Where it was denied: the statement that allows it. */
  readonly grant?: Grant
}

export interface Checkup {
  readonly checks: readonly Check[]
}
