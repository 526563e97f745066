import type {SourceRef} from '../../model/source.ts'

/**
 * An AWS Organizations tag policy as somebody wrote it, one file or document attached to a root, an organizational unit or an account
 * (https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_example-tag-policies.html).
 */
export interface TagPolicyDocument {
  readonly name: string
  /** By policy key, in lower case: AWS tells keys apart without case. */
  readonly entries: ReadonlyMap<string, TagPolicyEntry>
}

/** What one policy says of one key. */
export interface TagPolicyEntry {
  readonly tagKey: Setting
  readonly lists: Readonly<Record<ListField, Setting>>
  readonly source: SourceRef
}

export const listFields = ['tag_value', 'enforced_for', 'report_required_tag_for'] as const
export type ListField = (typeof listFields)[number]

/** The operators of one setting, the values of `tag_key` as a list of one. */
export interface Setting {
  readonly assign?: readonly string[]
  readonly append: readonly string[]
  readonly remove: readonly string[]
  /** What policies further down may do; absent where the policy does not restrict them. */
  readonly allowed?: ReadonlySet<Operator>
}

export const operators = ['assign', 'append', 'remove'] as const
export type Operator = (typeof operators)[number]

/** What holds for an account, as `organizations:DescribeEffectivePolicy` gives it. */
export interface EffectiveTagPolicy {
  readonly tags: Readonly<Record<string, EffectiveTag>>
}

export interface EffectiveTag {
  /** The key in the case that it must have. */
  readonly tag_key: string
  /** `["*"]`: any value; none: no value will do. */
  readonly tag_value: readonly string[]
  /** `service:type`; AWS refuses tags there that do not comply. Absent where nothing is enforced. */
  readonly enforced_for?: readonly string[]
  /** `service:type`; the key must be there. Absent where it is required nowhere. */
  readonly report_required_tag_for?: readonly string[]
}
