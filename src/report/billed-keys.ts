import type {BilledStanding} from '../model/cost-allocation.ts'
import {harmless} from './harmless.ts'

interface BilledKey {
  readonly key: string
  readonly standing: BilledStanding
  readonly since?: string
  readonly lastUsed?: string
  readonly backfillFrom?: string
}

/** A line for each key, and the command that fills in earlier months where that helps. */
export function* renderBilledKeys(keys: readonly BilledKey[]): Generator<string> {
  const width = Math.max(...keys.map(({key}) => harmless(key).length), 0)
  for (const one of keys) yield `${harmless(one.key).padEnd(width)}  ${standingText(one)}\n`
  const [from] = keys.flatMap(({backfillFrom}) => backfillFrom ?? []).toSorted()
  if (from !== undefined) yield `\nEarlier charges get the keys with:\n\n    ${backfillCommand(from)}\n`
}

export function standingText({standing, since, lastUsed}: Omit<BilledKey, 'key'>): string {
  const used = lastUsed === undefined ? '' : `; last used ${day(lastUsed)}`
  if (standing === 'billed') return `activated${since === undefined ? '' : ` since ${day(since)}`}${used}`
  if (standing === 'late') return `activated since ${day(since ?? '')}: earlier charges lack it${used}`
  if (standing === 'inactive') return `not activated: no charge carries it${used}`
  return 'billing has never met it: no resource has it, or for less than a day'
}

function day(time: string): string {
  return harmless(time.slice(0, 10))
}

/** One backfill is for all activated keys, from the first day of a month (https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_StartCostAllocationTagBackfill.html). */
export function backfillCommand(from: string): string {
  return `aws ce start-cost-allocation-tag-backfill --backfill-from ${from}T00:00:00Z --region us-east-1`
}
