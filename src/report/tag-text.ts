import type {TagBreach} from '../model/finding.ts'
import {valueText} from './value-text.ts'

/** Where a tag rule is broken. */
export function tagSide({on, otherSide}: TagBreach): string {
  if (otherSide === 'same') return 'in Terraform and AWS'
  return on === 'declared' ? 'in Terraform' : 'in AWS'
}

/** What the rule would allow: `, not one of "dev", "prod"`. */
export function allowedText({
  allowed,
  pattern,
}: {
  readonly allowed?: readonly string[]
  readonly pattern?: string
}): string {
  if (allowed !== undefined) return `, not one of ${allowed.map((value) => valueText(value)).join(', ')}`
  return pattern === undefined ? '' : `, which does not match ${pattern}`
}

/** What the policy itself says of the rule. */
export function policyText({message}: TagBreach): string {
  return message === undefined ? '' : `: ${message}`
}
