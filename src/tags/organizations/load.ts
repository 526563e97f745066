import type {PolicyProblem, PolicyText} from '../policy/document.ts'
import {byPlace, refuse} from '../policy/refuse.ts'
import {readEffective} from './read-effective.ts'
import {readTagPolicy} from './read.ts'
import type {EffectiveTagPolicy, TagPolicyDocument} from './tag-policy.ts'

/** How many tag policies AWS lets one attach to one root, unit or account (https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html). */
const attachedAtMost = 10

/**
 * Tag policies as they are attached, level by level from the root to the account.
 * @throws TrueupError `policy-invalid` that lists every problem as file:line:column
 */
export function loadTagPolicies(
  levels: readonly (readonly PolicyText[])[],
  writtenBy: 'people' | 'aws' = 'people',
): readonly (readonly TagPolicyDocument[])[] {
  const read = levels.map((texts) => texts.map((text) => readTagPolicy(text, writtenBy)))
  const problems = read.flatMap((policies) => policies.flatMap((one) => one.problems.toSorted(byPlace)))
  refuse([...problems, ...levels.flatMap(tooMany)], 'aws')
  return read.map((policies) => policies.flatMap(({policy}) => policy ?? []))
}

/**
 * An effective policy as AWS shows it.
 * @throws TrueupError `policy-invalid`
 */
export function loadEffective(text: PolicyText): EffectiveTagPolicy {
  const {policy, problems} = readEffective(text)
  refuse(problems, 'aws')
  return policy
}

function tooMany(texts: readonly PolicyText[]): readonly PolicyProblem[] {
  const extra = texts[attachedAtMost]
  if (!extra) return []
  const message = `policy: is the ${attachedAtMost + 1}th of its level; AWS lets ${attachedAtMost} tag policies be attached to one target`
  return [{source: {file: extra.name, line: 1, column: 1}, message}]
}
