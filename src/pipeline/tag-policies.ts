import {effectivePolicy} from '../tags/organizations/effective.ts'
import {loadTagPolicies} from '../tags/organizations/load.ts'
import type {EffectiveTagPolicy} from '../tags/organizations/tag-policy.ts'
import type {PolicyText} from '../tags/policy/document.ts'

export type {EffectiveTagPolicy}

/** AWS Organizations tag policies, merged as AWS does, without asking AWS. */
export function mergeTagPolicies(levels: readonly (readonly PolicyText[])[]): EffectiveTagPolicy {
  return effectivePolicy(loadTagPolicies(levels))
}
