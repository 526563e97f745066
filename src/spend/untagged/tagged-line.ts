import type {UntaggedCause} from '../../model/bill-report.ts'
import type {Decimal} from '../../model/money.ts'
import type {SourceRef} from '../../model/source.ts'
import type {MachineLines} from '../gpu-spend.ts'
import type {LineTags} from './line-tags.ts'

/** Lines of one resource and kind that have the same tags. */
export interface TaggedLines extends MachineLines {
  /** Empty where the bill names none. */
  readonly resource: string
  readonly tags: LineTags
}

/** What is known of a resource besides the bill: from Terraform, and from AWS today. */
export interface KnownResource {
  readonly address?: string
  readonly source?: SourceRef
  /** Today; absent where nobody looked. */
  readonly liveTags?: ReadonlyMap<string, string>
  /** As the code or the state has them. */
  readonly declaredTags?: ReadonlyMap<string, string>
}

/** Finds what a bill's line is about. */
export interface ResourceFinder {
  resource(id: string): KnownResource | undefined
  /** By Terraform type and the value of an attribute: the maker of a machine. */
  declared(type: string, attribute: string, value: string): KnownResource | undefined
}

/** One key that lines lack, and why. */
export interface MissingKey {
  readonly key: string
  readonly cause: UntaggedCause
  readonly found?: string
}

/** Lines and what they lack; nothing where all required keys are there. */
export interface JudgedLines {
  readonly lines: TaggedLines
  readonly missing: readonly MissingKey[]
  readonly hours?: Decimal
}
