import type {SourceRef} from './source.ts'

/** One tag that a fix puts in place. */
export interface TagSet {
  readonly key: string
  readonly value: string
  /** The key under which it stands now: it is renamed, and keeps its value. */
  readonly renames?: string
  /** It is there, with a value that gives way. */
  readonly overwrites?: true
}

/**
 * Where the value of a tag comes from: the one value that the policy allows, `--set`, `--owner`, the same key written otherwise, what
 * Terraform declares, the tags of what made the object.
 */
export type TagValueOrigin = 'policy' | 'set' | 'owner' | 'variant' | 'declared' | 'parent'

export interface TagChange extends TagSet {
  readonly from: TagValueOrigin
  /** What may be shown of the value. */
  readonly shown: string
  /** What may be shown of the value that gives way. */
  readonly before?: string
}

/** A block whose tags are to be changed: a resource, or a provider with its default tags. */
export type TagTarget =
  | {readonly kind: 'resource'; readonly type: string; readonly name: string}
  | {readonly kind: 'provider'; readonly name: string; readonly alias?: string}

/** Changes of one block of code. */
export interface CodeTagFix {
  readonly file: string
  readonly source: SourceRef
  readonly target: TagTarget
  /** The instances that it is about, sorted. */
  readonly addresses: readonly string[]
  readonly changes: readonly TagChange[]
}

/** Changes of one live object. */
export interface LiveTagFix {
  readonly arn: string
  readonly account: string
  readonly region: string
  readonly type?: string
  readonly address?: string
  readonly changes: readonly TagChange[]
}

/** Why a violation is left as it is. */
export type LeftReason =
  /** Neither the policy nor a flag says which value. */
  | 'no-value'
  /** The value would break the rule itself. */
  | 'value-breaks-rule'
  /** It would replace a value, which nobody asked for. */
  | 'would-overwrite'
  /** Some instances of the block comply, or would need another value. */
  | 'not-all-instances'
  /** The block stands in a module that is not part of this code. */
  | 'module-not-local'
  /** A tag of what the resource makes besides itself, which is written in a block of its own. */
  | 'nested-block'
  /** The tag is a resource of its own. */
  | 'single-tag'
  /** The code is written in a way that cannot be edited without doubt. */
  | 'not-editable'
  /** The code has it already: the provider ignores the tag, or another argument takes it away. */
  | 'no-effect'
  /** A key that has to go, or too many of them: which one, a person decides. */
  | 'needs-decision'
  /** The Tagging API cannot set tags of this type. */
  | 'not-supported'
  /** No ARN is known by which the object could be tagged. */
  | 'no-arn'
  /** Terraform would take the tag away again: it is mended in the code. */
  | 'mend-in-code'

export interface LeftViolation {
  readonly name: string
  readonly key: string
  readonly on: 'declared' | 'live'
  readonly reason: LeftReason
  /** Where to look: the block, or the call of the module. */
  readonly source?: SourceRef
}

/** What `tags fix` would do, or has done. */
export interface TagFixPlan {
  readonly code: readonly CodeTagFix[]
  readonly live: readonly LiveTagFix[]
  readonly left: readonly LeftViolation[]
}
