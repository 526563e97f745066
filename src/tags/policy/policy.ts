import type {Severity} from '../../model/finding.ts'
import type {SourceRef} from '../../model/source.ts'
import type {Pattern} from './pattern.ts'

/** What an organisation asks of its tags: the policy files, checked, combined and ready to be evaluated. */
export interface TagPolicy {
  readonly names: readonly string[]
  readonly rules: readonly TagRule[]
  readonly exemptions: readonly TagExemption[]
}

/** What one key, or every key that matches a wildcard, must be like. */
export interface TagRule {
  readonly id: string
  readonly key: string
  readonly presence: 'required' | 'optional' | 'forbidden'
  /** The key says who answers for the money. */
  readonly ownership: boolean
  readonly keyCase: 'exact' | 'any'
  readonly values?: readonly string[]
  readonly pattern?: Pattern
  readonly valueCase: 'exact' | 'any' | 'lower' | 'upper'
  readonly forbidden: readonly string[]
  readonly allowEmpty: boolean
  readonly length?: LengthRange
  readonly keyPattern?: Pattern
  readonly keyLength?: LengthRange
  readonly maxKeys?: number
  readonly severity: Severity
  readonly message?: string
  readonly scope: TagScope
  readonly source: SourceRef
}

/** Unicode characters, both ends included. */
export interface LengthRange {
  readonly min?: number
  readonly max?: number
}

/** All criteria must hold; one that is absent always does. Texts may hold `*`. */
export interface TagScope {
  readonly types?: readonly string[]
  readonly accounts?: readonly string[]
  readonly regions?: readonly string[]
  readonly addresses?: readonly string[]
  readonly tags?: Readonly<Record<string, readonly string[]>>
  readonly spend?: 'accelerators'
}

/** Violations that are accepted for a time. */
export interface TagExemption {
  readonly keys: readonly string[]
  readonly ids?: readonly string[]
  readonly scope: TagScope
  readonly reason: string
  readonly owner: string
  /** The last day on which it holds, ISO 8601. */
  readonly expires: string
  readonly source: SourceRef
}
