import type {Severity, TagValueReason} from '../../model/finding.ts'
import type {SourceRef} from '../../model/source.ts'
import type {Pattern} from './pattern.ts'
import type {Wildcards} from '../../model/wildcard.ts'

/** What an organisation asks of its tags: the policy files, checked, combined and ready to be evaluated. */
export interface TagPolicy {
  readonly names: readonly string[]
  readonly rules: readonly TagRule[]
  readonly exemptions: readonly TagExemption[]
}

/** What one key, or every key that matches a wildcard, must be like. */
export interface TagRule extends RuleTerms {
  /** Why a value will not do; undefined for one that complies. */
  readonly breachOf: (value: string) => TagValueReason | undefined
}

/** The rule as it is written, defaults filled in. */
export interface RuleTerms {
  readonly id: string
  readonly key: string
  readonly presence: 'required' | 'optional' | 'forbidden'
  /** The key says who answers for the money. */
  readonly ownership: boolean
  /** `strict`: a key that differs in case alone is a violation of its own. */
  readonly keyCase: 'exact' | 'any' | 'strict'
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

/** All criteria must hold; one that is absent always does. */
export interface TagScope {
  readonly types?: Wildcards
  readonly accounts?: Wildcards
  readonly regions?: Wildcards
  readonly addresses?: Wildcards
  /** Keys with the values that will do. */
  readonly tags?: readonly (readonly [key: string, values: Wildcards])[]
  readonly spend?: 'accelerators'
}

/** Violations that are accepted for a time. */
export interface TagExemption {
  readonly keys: Wildcards
  readonly ids?: Wildcards
  readonly scope: TagScope
  readonly reason: string
  readonly owner: string
  /** The last day on which it holds, ISO 8601. */
  readonly expires: string
  readonly source: SourceRef
}
