import type {Address} from './address.ts'
import type {Arn} from './arn.ts'
import type {Gap} from './gap.ts'
import type {PartialLocation} from './location.ts'
import type {SourceRef} from './source.ts'
import type {ValueRecord} from './value.ts'

/** What was read of the declared side, before anything is compared: the result of `trueup inspect`. */
export interface Inspection {
  readonly states: readonly InspectedState[]
  /** The folder of the code, where it was code that was read. */
  readonly configuration?: string
  readonly resources: readonly InspectedResource[]
  readonly gaps: readonly Gap[]
}

export interface InspectedState {
  readonly file: string
  readonly resources: number
  readonly serial?: number
  readonly terraformVersion?: string
  readonly lineage?: string
}

/** One resource instance. What is not known is absent. */
export interface InspectedResource {
  readonly address: Address
  readonly module?: string
  readonly mode: 'managed' | 'data'
  readonly type: string
  readonly id?: string
  readonly arn?: Arn
  readonly location: PartialLocation
  /** Effective ones: `default_tags` merged; null for a value that cannot be known. Absent where the resource has no tags at all. */
  readonly tags?: Readonly<Record<string, string | null>>
  /** What the code sets; of a state no values are shown. Null stands for what cannot be known. */
  readonly attributes?: ValueRecord
  /** By attribute path: why its value is not known. */
  readonly unknown: Readonly<Record<string, string>>
  /** Attribute paths whose values are secret. */
  readonly sensitive: readonly string[]
  /** Keys of the objects that a replacement still has to delete, under the same address. */
  readonly deposed: readonly string[]
  /** Only deposed objects are left. */
  readonly gone: boolean
  readonly tainted: boolean
  readonly provider: string
  readonly source: SourceRef
  /** Where the calls of modules stand that lead to `source`, that in the root module first. */
  readonly calls?: readonly SourceRef[]
}
