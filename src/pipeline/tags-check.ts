import type {Coverage} from '../model/coverage.ts'
import {compareFindings, type Finding} from '../model/finding.ts'
import type {Report} from '../model/report.ts'
import {summarize} from '../model/summarize.ts'
import type {Surroundings} from '../model/surroundings.ts'
import {billedKeys, requiredKeys, unbilledFindings} from '../tags/billed-keys.ts'
import {checkTags, type TagFacts} from '../tags/check.ts'
import type {TagPolicy} from '../tags/policy/policy.ts'
import {takeCostAllocation, type CostAllocationSource} from './cost-allocation.ts'
import {Selector, type SelectRequest} from './selected.ts'
import {policyOf} from './tag-check.ts'
import {takeTagSources, type TagsRequest} from './tags.ts'

export interface TagsCheckRequest extends TagsRequest {
  /** Where to learn which keys the bill is split by; nothing is said of it where this is absent. */
  readonly costAllocation?: CostAllocationSource
  /** What of the findings counts: ignores, a baseline, filters. */
  readonly select?: SelectRequest
}

/** Every rule of the policies against the tags in code, states and AWS, as far as they are given. */
export async function checkTagSources(request: TagsCheckRequest, surroundings: Surroundings): Promise<Report> {
  const policy = await policyOf(request.policies)
  const selector = await Selector.from(request.select, surroundings.now)
  const {
    joined,
    context,
    gaps: unseen,
    inputs: given,
    recorded,
    commented,
  } = await takeTagSources(request, surroundings)
  const {findings: found, gaps: unknown, facts} = checkTags(joined.objects, policy, context)
  const unbilled = await unbilledKeys(policy, request.costAllocation, surroundings)
  const all = [...found, ...unbilled].toSorted(compareFindings)
  const gaps = [...unseen, ...unknown]
  const inputs = {...given, policies: policy.names}
  selector.declare(recorded, commented)
  selector.meet(joined.objects)
  const {findings, ...selected} = selector.select(all, {inputs, gaps, tagsAlone: true})
  const {checked, compliant, unknown: unknowable, notTaggable, exempted, unusedRules} = facts
  return {
    tool: {name: 'trueup', version: surroundings.version},
    generatedAt: surroundings.now.toISOString(),
    inputs,
    findings,
    summary: summarize(findings, gaps, {isPart: selected.filtered !== undefined}),
    coverage: coverageOfTags(facts),
    gaps,
    ...selected,
    tags: {
      checked,
      compliant,
      unknown: unknowable,
      notTaggable,
      exempted,
      unusedRules: unusedRules.map(({id}) => id),
    },
  }
}

async function unbilledKeys(
  policy: TagPolicy,
  source: CostAllocationSource | undefined,
  {now, signal}: Surroundings,
): Promise<readonly Finding[]> {
  if (!source) return []
  const allocation = await takeCostAllocation(source, signal)
  return unbilledFindings(billedKeys(requiredKeys(policy), allocation, now.toISOString().slice(0, 10)))
}

/** Of tags alone: no attribute is compared, and an object that has no tags to know is not looked at. */
function coverageOfTags({checked, unknown, notTaggable}: TagFacts): Coverage {
  return {
    resources: {
      declared: checked,
      compared: checked - unknown,
      missing: 0,
      notLookedAt: unknown,
      outOfScope: notTaggable,
    },
    attributes: {compared: 0, skipped: {}, notMapped: 0},
    byType: [],
  }
}
