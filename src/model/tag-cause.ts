/**
 * Why a tag rule is broken, so that the fix can be told: the first of these that holds. Each has words in `report/tag-cause-words.ts`.
 */
export const tagCauses = [
  /** More keys, longer keys or longer values than AWS takes, or no room for one more. */
  'over-limits',
  /** The code has it as it should be, the state does not: an apply is due. */
  'not-applied',
  /** Terraform set it, and it is gone from the live object. */
  'tag-removed',
  /** Terraform set it, and the live object has another value. */
  'tag-changed',
  /** The same key is there in other case, with other separators or spaces, or one letter off. */
  'variant-key',
  /** It is there without a value, or with one of spaces. */
  'empty-value',
  /** It is there with a value that says nothing. */
  'forbidden-value',
  /** It is there with another value than the policy allows. */
  'value-not-allowed',
  /** A key that the policy does not allow. */
  'key-not-allowed',
  /** What made the object has it, and does not hand it on. */
  'not-propagated',
  /** Nobody ever put it there, as far as is known. */
  'never-tagged',
] as const

export type TagCause = (typeof tagCauses)[number]

/** What makes objects and may hand its tags on to them. */
export const tagParentKinds = [
  'auto-scaling-group',
  'batch-compute-environment',
  'ecs-service',
  'eks-node-group',
  'emr-cluster',
  'instance',
  'launch-template',
  'sagemaker-domain',
] as const

export type TagParentKind = (typeof tagParentKinds)[number]
