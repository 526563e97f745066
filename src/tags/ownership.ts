import type {JoinedObject} from '../join/joined.ts'
import {compareText} from '../model/finding.ts'
import type {TagCheckContext} from './check.ts'
import {Exemptions} from './exemptions.ts'
import {judge, type Verdict} from './judge.ts'
import type {TagPolicy, TagRule} from './policy/policy.ts'
import {appliesTo} from './scope.ts'
import {taggedOf, type Tagged} from './tagged.ts'

/** Who answers for the money of live objects, as far as tags tell. */
export interface Ownership {
  /** The keys that are asked for, sorted. */
  readonly keys: readonly string[]
  /** Those that a live object lacks or carries with a value that will not do; 'unknown' where its tags could not be seen. */
  missing(object: JoinedObject): readonly string[] | 'unknown'
}

/**
 * By the keys that the policy marks with `ownership`, or by all that it requires where it marks none. What Terraform declares does
 * not count: the bill shows the tags that are live.
 * @returns undefined where the policy requires nothing
 */
export function ownershipBy(
  policy: TagPolicy,
  context: Pick<TagCheckContext, 'catalog' | 'today'>,
): Ownership | undefined {
  const required = policy.rules.filter(({presence}) => presence === 'required')
  const marked = required.filter(({ownership}) => ownership)
  const rules = marked.length > 0 ? marked : required
  if (rules.length === 0) return undefined
  const exemptions = new Exemptions(policy.exemptions, context.today)
  return {
    keys: sortedOnce(rules.map(({key}) => key)),
    missing: (object) => {
      const [tagged] = taggedOf(object, context)
      const answers = rules.map((rule) => (tagged ? answerOf(rule, tagged, exemptions) : 'right'))
      if (answers.includes('unknown')) return 'unknown'
      return sortedOnce(rules.filter((_, index) => answers[index] === 'broken').map(({key}) => key))
    },
  }
}

function answerOf(rule: TagRule, tagged: Tagged, exemptions: Exemptions): Verdict['is'] {
  const {live} = tagged
  if (!live) return 'right'
  const applies = appliesTo(rule.scope, tagged, live)
  if (applies !== 'yes') return applies === 'no' ? 'right' : 'unknown'
  const {is} = judge(rule, rule.key, live)
  return is === 'broken' && exemptions.covers(rule.key, tagged, live) ? 'right' : is
}

function sortedOnce(keys: readonly string[]): readonly string[] {
  return [...new Set(keys)].toSorted(compareText)
}
