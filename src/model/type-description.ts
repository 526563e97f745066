import type {SkipReason} from './coverage.ts'
import type {ReaderName} from './live.ts'

/** What trueup knows of one Terraform type: the result of `trueup types TYPE`. */
export interface TypeDescription extends KnownType {
  /** `object`: the resource is the object; `part`: a part of an object that another resource creates. */
  readonly role: 'object' | 'part'
  readonly taggable: boolean
  /** Attributes that make up the identifier, each alternative joined by `|`; empty where it is computed in code. */
  readonly identity: readonly string[]
  readonly attributes: readonly AttributeDescription[]
  readonly readers: readonly ReaderDescription[]
}

export interface KnownType {
  readonly type: string
  readonly objectType: string
  readonly confidence: 'curated' | 'derived'
}

export interface AttributeDescription {
  /** Dotted: `root_block_device.volume_size`. */
  readonly attribute: string
  /** The CloudFormation property that it is compared with, and how. */
  readonly property?: string
  readonly comparison?: string
  readonly skipped?: SkipReason
  /** Why it is skipped, or what else is made of it. */
  readonly because?: string
}

export interface ReaderDescription {
  readonly reader: ReaderName
  /** Whether it can be asked for the type at all. */
  readonly answers: boolean
  readonly note: string
  /** IAM actions that it takes. */
  readonly actions: readonly string[]
}
