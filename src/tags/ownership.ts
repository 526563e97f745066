import type {JoinedObject} from '../join/joined.ts'
import {compareText} from '../model/finding.ts'
import type {TagCheckContext} from './check.ts'
import {Exemptions} from './exemptions.ts'
import {judge} from './judge.ts'
import type {TagPolicy, TagRule} from './policy/policy.ts'
import {appliesTo} from './scope.ts'
import {taggedOf} from './tagged.ts'

/** The keys that a live object lacks, or carries with a value that says nothing; 'unknown' where its tags could not be seen. */
export type OwnershipOf = (object: JoinedObject) => readonly string[] | 'unknown'

/**
 * Asks who answers for the money of a live object: by the keys that the policy marks with `ownership`, or by all that it requires
 * where it marks none. What Terraform declares does not count: the bill shows the tags that are live.
 */
export function ownershipBy(policy: TagPolicy, context: Pick<TagCheckContext, 'catalog' | 'today'>): OwnershipOf {
  const required = policy.rules.filter(({presence}) => presence === 'required')
  const marked = required.filter(({ownership}) => ownership)
  const rules = marked.length > 0 ? marked : required
  const exemptions = new Exemptions(policy.exemptions, context.today)
  return (object) => {
    const [tagged] = taggedOf(object, context)
    const view = tagged?.live
    if (!tagged || !view) return []
    const answers = rules.map((rule: TagRule) => {
      const applies = appliesTo(rule.scope, tagged, view)
      if (applies !== 'yes') return applies === 'no' ? undefined : 'unknown'
      const {is} = judge(rule, rule.key, view)
      if (is === 'broken') return exemptions.covers(rule.key, tagged, view) ? undefined : {missing: rule.key}
      return is === 'unknown' ? 'unknown' : undefined
    })
    if (answers.includes('unknown')) return 'unknown'
    const missing = answers.flatMap((answer) => (typeof answer === 'object' ? [answer.missing] : []))
    return [...new Set(missing)].toSorted(compareText)
  }
}
