import type {AttributeCoverage, SkipReason} from '../model/coverage.ts'

/**
 * Reasons why an attribute declares nothing of its own about AWS, so that not comparing it leaves nothing unseen. All others are
 * declarations that were not compared, and count against the coverage.
 */
export const saysNothingOfAws: ReadonlySet<SkipReason> = new Set([
  'alias',
  'computed',
  'elsewhere',
  'identity',
  'terraform-only',
])

export interface AttributeFigures {
  readonly compared: number
  /** Compared, or declared and not compared. */
  readonly comparable: number
  /** Rounded down, so that 100 means all; absent where there is nothing to compare. */
  readonly percent?: number
}

export function attributeFigures({compared, skipped, notMapped}: AttributeCoverage): AttributeFigures {
  const declared = Object.entries(skipped).filter(([reason]) => !saysNothingOfAws.has(reason as SkipReason))
  const comparable = compared + notMapped + declared.reduce((total, [, count]) => total + count, 0)
  return {compared, comparable, ...(comparable > 0 && {percent: Math.floor((compared / comparable) * 100)})}
}
