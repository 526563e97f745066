import type {Finding} from '../../model/finding.ts'
import type {IgnoredBy} from '../../model/selected.ts'
import type {Looked} from '../baseline/looked.ts'

/** What a finding does not say itself. */
export interface Facts {
  /** Whether its object has a tag that a criterion names. */
  readonly hasTag: (finding: Finding, tag: string) => boolean
  /** The ids that Terraform has for the resource, and AWS for the object. */
  readonly idsOf: (finding: Finding) => readonly string[]
}

/** One thing that says what is not to be told, whatever its form. */
export interface Ignore extends Pick<IgnoredBy, 'kind' | 'rule' | 'source' | 'reason' | 'until'> {
  /** Tells it from others while files move and lines come and go. */
  readonly identity: string
  readonly takes: (finding: Finding, facts: Facts) => boolean
  /** Of many that decide together: which of them takes a finding. They never expire. */
  readonly group?: (finding: Finding, facts: Facts) => Ignore | undefined
  /** Whether all that could be said of something is ignored, by its types and address alone; absent where that takes more. */
  readonly takesAll?: (names: Names) => boolean
  /** Whether the run looked at where it could have taken something away. */
  readonly hadItsChance: (looked: Looked) => boolean
}

/** What is known of a resource, or of a type of objects, before AWS is asked. */
export interface Names {
  readonly types: readonly (string | undefined)[]
  /** Absent of what nobody declares. */
  readonly address?: string
}
