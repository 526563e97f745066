import type {Coverage} from '../model/coverage.ts'
import {compareFindings} from '../model/finding.ts'
import type {Report} from '../model/report.ts'
import {summarize} from '../model/summarize.ts'
import type {Surroundings} from '../model/surroundings.ts'
import {checkTags, type TagFacts} from '../tags/check.ts'
import {policyOf} from './tag-check.ts'
import {takeTagSources, type TagsRequest} from './tags.ts'

/** Every rule of the policies against the tags in code, states and AWS, as far as they are given. */
export async function checkTagSources(request: TagsRequest, surroundings: Surroundings): Promise<Report> {
  const policy = await policyOf(request.policies)
  const {joined, context, gaps: unseen, inputs} = await takeTagSources(request, surroundings)
  const {findings: found, gaps: unknown, facts} = checkTags(joined.objects, policy, context)
  const findings = found.toSorted(compareFindings)
  const gaps = [...unseen, ...unknown]
  const {checked, compliant, unknown: unknowable, notTaggable, exempted, unusedRules} = facts
  return {
    tool: {name: 'trueup', version: surroundings.version},
    generatedAt: surroundings.now.toISOString(),
    inputs: {...inputs, policies: policy.names},
    findings,
    summary: summarize(findings, gaps),
    coverage: coverageOfTags(facts),
    gaps,
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
