import type {SourceRef} from '../../model/source.ts'

/** An AWS Config rule about tags, as far as it says which. */
export interface ConfigRule {
  readonly name: string
  readonly tags: readonly RequiredTag[]
  /** Types as AWS Config names them; absent for all that the managed rule looks at. */
  readonly types?: readonly string[]
  /** Only what carries this tag; any value where none is given. */
  readonly carrying?: {readonly key: string; readonly value?: string}
}

export interface RequiredTag {
  readonly key: string
  /** Absent where any value will do. */
  readonly values?: readonly string[]
  readonly source: SourceRef
}

/** How many keys `required-tags` takes (https://docs.aws.amazon.com/config/latest/developerguide/required-tags.html). */
export const configRuleKeys = 6
