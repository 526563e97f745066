import {embeddedPrices} from '../catalog/prices/embedded.ts'
import type {Surroundings} from '../model/surroundings.ts'
import type {TagCoverage} from '../model/tag-coverage.ts'
import {Lookup} from '../spend/cost/lookup.ts'
import {RunRateRun} from '../spend/run-rate.ts'
import {checkTags} from '../tags/check.ts'
import {CoverageRun} from '../tags/coverage.ts'
import {policyOf} from './tag-check.ts'
import {monthlyOf} from './tag-share.ts'
import {takeTagSources, type TagsRequest} from './tags.ts'

export interface TagCoverageRequest extends TagsRequest {
  /** Fingerprints of violations that are known already. */
  readonly baseline: ReadonlySet<string>
}

/** How much of what can be tagged has the tags that are required, by count and by what it costs to run. */
export async function coverTags(request: TagCoverageRequest, surroundings: Surroundings): Promise<TagCoverage> {
  const policy = await policyOf(request.policies)
  const {joined, context, catalog, gaps, inputs} = await takeTagSources(request, surroundings)
  const within = {...context, baseline: request.baseline}
  const [rate, run] = [new RunRateRun({catalog}), new CoverageRun(policy, within)]
  const around = {lookup: new Lookup(joined.objects), book: embeddedPrices}
  for (const object of joined.objects) {
    // Coverage by spend is of instances: what else costs is in no amount.
    const row = object.type === 'AWS::EC2::Instance' ? rate.add(object, around) : undefined
    run.add(object, monthlyOf(row), within)
  }
  const {spend, gaps: unpriced} = rate.result()
  const coverage = run.result(spend.currency, within)
  return {
    ...coverage,
    inputs: {...inputs, policies: policy.names},
    ...(coverage.total.monthly && {spend: {currency: spend.currency, basis: spend.basis}}),
    gaps: [...gaps, ...checkTags(joined.objects, policy, context).gaps, ...unpriced],
  }
}
