import type {Value} from '../model/value.ts'

/** One leaf at which declared and live disagree. */
export interface Difference {
  /** Canonical path: `MetadataOptions.HttpTokens`, `BlockDeviceMappings[DeviceName=/dev/sdf].Ebs.VolumeSize`. */
  readonly path: string
  /** The Terraform attribute path that declares it. */
  readonly attribute: string
  readonly before: Value | undefined
  readonly after: Value | undefined
  /** Nobody declared a value: the live one appeared by itself. */
  readonly undeclared: boolean
  /** Who moved the value, where someone other than Terraform is meant to. */
  readonly controlledBy?: string
  /** The two sides are one whole element of the collection at `path`. */
  readonly element?: true
  /** Where the code was given: what it makes of the difference. */
  readonly verdict?: ThreeWay
  /** The value in the code, where it has one. */
  readonly configured?: Value
}

/** Where the code stands in a difference between state and live, or between itself and the state. */
export type ThreeWay = 'drifted' | 'drifted-undeclared' | 'unapplied' | 'stale-state' | 'conflict' | 'ignored'
