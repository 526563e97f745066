import type {ValueCheck} from './value-check.ts'

/** A value that the rule's expression does not match as a whole. */
export const pattern: ValueCheck = (value, rule) => rule.pattern !== undefined && !rule.pattern.matches(value)
