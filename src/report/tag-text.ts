import type {FindingDetail, TagBreach} from '../model/finding.ts'
import {valueText} from './value-text.ts'

/** Where a tag rule is broken. */
export function tagSide({on, otherSide, part}: TagBreach): string {
  const side = otherSide === 'same' ? 'in Terraform and AWS' : on === 'declared' ? 'in Terraform' : 'in AWS'
  return part === undefined ? side : `on ${part} ${side}`
}

/** What is wrong with a value: `, not one of "dev", "prod"`. */
export function allowedText({reason, allowed, pattern, length}: Refusal): string {
  if (reason === 'empty') return ', which is empty'
  if (reason === 'forbidden') return ', which is forbidden'
  if (length !== undefined) return `, which is not of ${length}`
  if (allowed !== undefined) return `, not one of ${allowed.map((value) => valueText(value)).join(', ')}`
  return pattern === undefined ? '' : `, which does not match ${pattern}`
}

type Refusal = Pick<
  Extract<FindingDetail, {readonly code: 'tag-value-invalid'}>,
  'reason' | 'allowed' | 'pattern' | 'length'
>

/** What the policy itself says of the rule. */
export function policyText({message}: TagBreach): string {
  return message === undefined ? '' : `: ${message}`
}
