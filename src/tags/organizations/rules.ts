import {terraformTypesOf} from '../../catalog/tag-policy-types.ts'
import type {SourceRef} from '../../model/source.ts'
import type {RuleTerms, TagRule} from '../policy/policy.ts'
import {remembered} from '../policy/remembered.ts'
import {matchesWildcard, Wildcards} from '../../model/wildcard.ts'
import type {EffectiveTag, EffectiveTagPolicy} from './tag-policy.ts'

/** Where an effective policy comes from: files, or an account. */
export interface TagPolicyOrigin {
  readonly name: string
  /** Where a key is written first. */
  readonly sourceOf: (key: string) => SourceRef
}

/**
 * An effective tag policy as rules. Case and values are judged wherever the key is, on every type; `enforced_for` says where AWS refuses
 * what does not comply, and never asks for a key that is not there; `report_required_tag_for` says where the key has to be
 * (https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_tag-policies-enforcement.html).
 */
export function rulesOfTagPolicy({tags}: EffectiveTagPolicy, origin: TagPolicyOrigin): readonly TagRule[] {
  return Object.entries(tags).flatMap(([key, tag]) => rulesOfKey(key, tag, origin))
}

function rulesOfKey(key: string, tag: EffectiveTag, {name, sourceOf}: TagPolicyOrigin): readonly TagRule[] {
  const id = `${name}: ${tag.tag_key}`
  const shared = {...plainTerms, key: tag.tag_key, source: sourceOf(key)}
  const compliance: RuleTerms = {...shared, id, presence: 'optional', keyCase: 'strict', values: tag.tag_value}
  const enforced: RuleTerms = {
    ...compliance,
    id: `${id} (enforced)`,
    severity: 'high',
    message: 'AWS refuses to tag it so: the tag policy is enforced for this type.',
    scope: scopeOf(tag.enforced_for),
  }
  const required: RuleTerms = {
    ...shared,
    id: `${id} (required)`,
    presence: 'required',
    message: 'The tag policy requires the key on this type; CloudFormation and Terraform can be told to stop there.',
    scope: scopeOf(tag.report_required_tag_for),
  }
  return [
    judgingValues(compliance, tag.tag_value),
    ...(tag.enforced_for ? [judgingValues(enforced, tag.tag_value)] : []),
    ...(tag.report_required_tag_for ? [{...required, breachOf: () => undefined}] : []),
  ]
}

const plainTerms = {
  ownership: false,
  keyCase: 'exact',
  valueCase: 'exact',
  forbidden: [],
  allowEmpty: true,
  severity: 'medium',
  scope: {},
} as const satisfies Partial<RuleTerms>

function scopeOf(types: readonly string[] = []): RuleTerms['scope'] {
  return {types: new Wildcards(types.flatMap(terraformTypesOf))}
}

/** AWS compares values as they are, empty ones too; `*` stands for any text, also none. */
function judgingValues(terms: RuleTerms, values: readonly string[]): TagRule {
  const allowed = new Wildcards(values)
  const folded = values.map((value) => value.toLowerCase())
  return {
    ...terms,
    breachOf: remembered((value) => {
      if (allowed.match(value)) return undefined
      const isCase = folded.some((text) => matchesWildcard(text, value.toLowerCase()))
      return isCase ? 'case' : value.trim() === '' ? 'empty' : 'not-allowed'
    }),
  }
}
