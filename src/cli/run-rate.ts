import {userError} from '../errors.ts'
import type {RunRateRequest} from '../pipeline/gpu-run-rate.ts'
import type {ReportTarget} from './report-target.ts'
import {liveFlags, policyFlag, pricesFlag, utilisationFlag} from './flags.ts'
import {readPolicies} from './read-policies.ts'
import type {SpendTarget} from './spend-target.ts'
import {stateFlags} from './state-access.ts'
import {askedLive, tagsFlags, type TagsFlags} from './tags-flags.ts'

/** What to look at where there is no bill. */
export const runRateFlags = {
  ...stateFlags,
  ...liveFlags,
  live: tagsFlags.live,
  policy: policyFlag,
  prices: pricesFlag,
  utilisation: utilisationFlag,
}

interface RunRateFlags extends TagsFlags {
  readonly prices: 'embedded' | 'aws'
  readonly utilisation: boolean
}

/**
 * AWS is asked only where a flag says so.
 *
 * @throws {TrueupError} `no-bill`, `policy-not-readable`
 */
export async function runRateRequestOf(flags: RunRateFlags, typed: readonly string[]): Promise<RunRateRequest> {
  const {state: states = [], policy = [], prices: source, profile} = flags
  const live = askedLive(flags, typed)
  if (!live) {
    const hint = 'Name a bill with --bill PATH; or ask what runs now, with --snapshot FILE or --region REGION'
    throw userError('no-bill', 'no bill to sum', hint)
  }
  const prices = {source, ...(profile !== undefined && {profile})}
  return {states, live, policies: await readPolicies(policy), prices, utilisation: flags.utilisation}
}

/** @throws {TrueupError} `report-format-unknown` for formats that only a bill has */
export function runRateTargets(targets: readonly SpendTarget[], isJson: boolean): readonly ReportTarget[] {
  if (targets.length === 0) return isJson ? [] : [{format: 'terminal'}]
  return targets.map(({format, ...file}) => {
    if (format === 'terminal' || format === 'json' || format === 'csv') return {format, ...file}
    const hint = 'Without a bill there are terminal, json and csv'
    throw userError('report-format-unknown', `there is no report format ${JSON.stringify(format)} of a run-rate`, hint)
  })
}
