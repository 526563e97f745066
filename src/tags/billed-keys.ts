import type {BilledStanding, CostAllocation, CostAllocationTag} from '../model/cost-allocation.ts'
import {compareText, fingerprintOf, type Finding, type FindingDetail, type Subject} from '../model/finding.ts'
import type {TagPolicy} from './policy/policy.ts'
import {isWildcard} from '../model/wildcard.ts'

/** A key, and what the bill makes of it. */
export interface BilledKey {
  readonly key: string
  readonly standing: BilledStanding
  /** Since when charges carry it, or no longer do; ISO 8601. */
  readonly since?: string
  readonly lastUsed?: string
  /** The earliest month from which it can be filled in; ISO 8601. */
  readonly backfillFrom?: string
}

/** The keys that a policy requires, sorted. */
export function requiredKeys({rules}: TagPolicy): readonly string[] {
  const required = rules.filter(({presence, key}) => presence === 'required' && !isWildcard(key))
  return [...new Set(required.map(({key}) => key))].toSorted(compareText)
}

/** @param today ISO 8601 */
export function billedKeys(keys: readonly string[], allocation: CostAllocation, today: string): readonly BilledKey[] {
  const byKey = new Map(allocation.tags.map((tag) => [tag.key, tag]))
  return keys.map((key) => standingOf(key, byKey.get(key), allocation, today))
}

/**
 * Charges carry a key from its activation on; earlier ones of up to twelve months are filled in on request
 * (https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/cost-allocation-backfill.html).
 */
function standingOf(
  key: string,
  tag: CostAllocationTag | undefined,
  {backfills}: CostAllocation,
  today: string,
): BilledKey {
  if (!tag) return {key, standing: 'not-seen'}
  const {status, changedAt: since, lastUsed} = tag
  const seen = {...(since !== undefined && {since}), ...(lastUsed !== undefined && {lastUsed})}
  if (status === 'inactive') return {key, standing: 'inactive', ...seen}
  const backfillFrom = monthsBefore(today, 12)
  const isFilled = backfills.some(({status: done, requestedAt}) => done !== 'failed' && day(requestedAt) >= day(since))
  const isLate = since !== undefined && day(since) > backfillFrom && !isFilled
  return isLate ? {key, standing: 'late', ...seen, backfillFrom} : {key, standing: 'billed', ...seen}
}

function day(time = ''): string {
  return time.slice(0, 10)
}

/** The first day of the month that lies so many months back. */
export function monthsBefore(today: string, months: number): string {
  const [year = 0, month = 1] = today.split('-').map(Number)
  const index = year * 12 + (month - 1) - months
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`
}

/** Keys that a policy requires and that no charge carries, or not all of the year's. */
export function unbilledFindings(keys: readonly BilledKey[]): readonly Finding[] {
  return keys.flatMap((one) => (one.standing === 'billed' ? [] : [findingOf(one, one.standing)]))
}

function findingOf(
  {key, since, lastUsed, backfillFrom}: BilledKey,
  activation: Exclude<BilledStanding, 'billed'>,
): Finding {
  const detail: FindingDetail = {
    code: 'tag-key-not-billed',
    tagKey: key,
    activation,
    ...(since !== undefined && {since}),
    ...(lastUsed !== undefined && {lastUsed}),
    ...(backfillFrom !== undefined && {backfillFrom}),
  }
  const subject: Subject = {objectType: 'cost allocation tag', id: key}
  const severity = activation === 'inactive' ? 'medium' : activation === 'not-seen' ? 'low' : 'info'
  return {...detail, severity, confidence: 'curated', subject, fingerprint: fingerprintOf(detail, subject)}
}
