import type {JoinedObject} from '../join/joined.ts'
import type {TagCoverageShare} from '../model/report.ts'
import type {RunRate, RunRateRow} from '../model/spend.ts'
import type {TagCheckContext} from '../tags/check.ts'
import {CoverageRun, type Monthly} from '../tags/coverage.ts'
import type {TagPolicy} from '../tags/policy/policy.ts'

/** The coverage by tags of a scan, with what instances cost by its run-rate. */
export class TagShare {
  readonly #run: CoverageRun
  readonly #baseline = new Set<string>()

  constructor(policy: TagPolicy, today: string) {
    this.#run = new CoverageRun(policy, {today, baseline: this.#baseline})
  }

  /** @param row what the object costs by the run-rate */
  add(object: JoinedObject, row: RunRateRow | undefined, context: TagCheckContext): void {
    this.#run.add(object, monthlyOf(row), {...context, baseline: this.#baseline})
  }

  /** Nothing where no policy requires a tag of anything. */
  result({currency, basis}: RunRate, context: TagCheckContext): {readonly tagCoverage?: TagCoverageShare} {
    const coverage = this.#run.result(currency, {...context, baseline: this.#baseline})
    const {keys, total, by, teamKey, notTaggable} = coverage
    if (keys.length === 0) return {}
    const priced = total.monthly && {spend: {currency, basis}}
    return {tagCoverage: {keys, total, by, ...(teamKey !== undefined && {teamKey}), notTaggable, ...priced}}
  }
}

/** What an object costs a month by the run-rate. */
export function monthlyOf(row: RunRateRow | undefined): Monthly | undefined {
  const {monthly: amount, currency} = row ?? {}
  return amount === undefined || currency === undefined ? undefined : {amount, currency}
}
