import type {Expression, GetCostAndUsageRequest, GroupDefinition} from '@aws-sdk/client-cost-explorer'

/** What is asked of Cost Explorer for one answer. */
export interface CostQuestion {
  /** First days of months; the end is exclusive. */
  readonly start: string
  readonly end: string
  readonly daily: boolean
  /** Keys of which lines lack tags are asked for. */
  readonly keys: readonly string[]
}

/** One request, as far as its first page: what it tells, and how it is asked. */
export interface PlannedRequest {
  readonly tells: 'usage' | 'rest' | {readonly lacking: readonly string[]}
  readonly input: GetCostAndUsageRequest
}

/**
 * Types of charges that are usage, in the words of the API
 * (https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/manage-cost-categories.html#cost-categories-terms). Whatever they are
 * called, what has these types and what has not is the whole bill: a word that is not known would move money, never lose it.
 */
const usage: Expression = {
  Dimensions: {Key: 'RECORD_TYPE', Values: ['Usage', 'DiscountedUsage', 'SavingsPlanCoveredUsage']},
}

/** One request gives all of these. */
const metrics = ['UnblendedCost', 'AmortizedCost', 'NetAmortizedCost', 'UsageQuantity']

/**
 * Usage by service and usage type, the rest by service and type of charge; and for required keys, usage without a key, key by key, and
 * without any of them. An answer has two groups at most, so it cannot tell resources, accounts and tags as well.
 */
export function plannedRequests({start, end, daily, keys}: CostQuestion): readonly PlannedRequest[] {
  const common = {
    TimePeriod: {Start: start, End: end},
    Granularity: daily ? ('DAILY' as const) : ('MONTHLY' as const),
    Metrics: metrics,
  }
  const sets = keys.length > 1 ? [...keys.map((key) => [key]), keys] : keys.map((key) => [key])
  return [
    {tells: 'usage', input: {...common, Filter: usage, GroupBy: by('USAGE_TYPE')}},
    {tells: 'rest', input: {...common, Filter: {Not: usage}, GroupBy: by('RECORD_TYPE')}},
    ...sets.map((lacking) => ({
      tells: {lacking},
      input: {...common, Filter: {And: [usage, without(lacking)]}, GroupBy: by('USAGE_TYPE')},
    })),
  ]
}

function by(second: 'USAGE_TYPE' | 'RECORD_TYPE'): GroupDefinition[] {
  return [
    {Type: 'DIMENSION', Key: 'SERVICE'},
    {Type: 'DIMENSION', Key: second},
  ]
}

/** Few know that there is such a filter: an empty value of a group says the same, and costs a page for each value. */
function without(keys: readonly string[]): Expression {
  const absent = keys.map((key): Expression => ({Tags: {Key: key, MatchOptions: ['ABSENT']}}))
  const [only] = absent
  return absent.length === 1 && only ? only : {Or: absent}
}
