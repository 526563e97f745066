import type {CompactRules} from './attributes.ts'
import type {TerraformAttributes} from './terraform.ts'

/** How much of a Terraform type the CloudFormation type accounts for. */
export interface Fit {
  /** Of all settable attributes but those of Terraform alone. */
  readonly share: number
  readonly required: number
}

const standard = new Set(['id', 'arn', 'region', 'tags', 'tags_all', 'timeouts'])

export function fitOf(attributes: TerraformAttributes, rules: CompactRules): Fit {
  const settable = Object.entries(attributes).filter(
    ([name, {use}]) => use !== 'computed' && !standard.has(name) && rules[name] !== '-terraform-only',
  )
  const needed = settable.filter(([, {use}]) => use === 'required')
  return {share: shareOf(settable, rules), required: shareOf(needed, rules)}
}

function shareOf(attributes: readonly (readonly [string, unknown])[], rules: CompactRules): number {
  const mapped = attributes.filter(([name]) => rules[name] !== undefined)
  return attributes.length === 0 ? 1 : mapped.length / attributes.length
}

/** Two things that share a name but neither shape nor identity are two things. */
export function isPlausible({share, required}: Fit, identity: readonly unknown[]): boolean {
  if (identity.length === 0) return share >= 0.6
  return share >= 0.4 || (required >= 0.6 && share >= 0.25)
}
