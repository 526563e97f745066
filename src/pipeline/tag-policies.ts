import type {Exported} from '../tags/export/exported.ts'
import type {jsonTargets, terraformTargets} from '../tags/export/targets.ts'
import type {ImportedPolicy} from '../tags/import/import-policies.ts'
import type {EffectiveTagPolicy} from '../tags/organizations/tag-policy.ts'
import type {PolicyText} from '../tags/policy/document.ts'

export type {EffectiveTagPolicy, Exported, ImportedPolicy}

/** AWS Organizations tag policies, merged as AWS does, without asking AWS. */
export async function mergeTagPolicies(levels: readonly (readonly PolicyText[])[]): Promise<EffectiveTagPolicy> {
  const {effectivePolicy} = await import('../tags/organizations/effective.ts')
  const {loadTagPolicies} = await import('../tags/organizations/load.ts')
  return effectivePolicy(loadTagPolicies(levels))
}

export async function importTagPolicies(levels: readonly (readonly PolicyText[])[]): Promise<ImportedPolicy> {
  const {importPolicies} = await import('../tags/import/import-policies.ts')
  return importPolicies(levels)
}

export type ExportTargetName = keyof typeof jsonTargets | keyof typeof terraformTargets

export interface ExportRequest {
  readonly policies: readonly PolicyText[]
  readonly to: ExportTargetName
  /** Terraform types for rules that name none; default: those that most money goes to. */
  readonly types?: readonly string[]
  readonly enforce: boolean
}

/** A policy in the words of AWS, with what these cannot say. */
export async function exportPolicy({
  policies,
  to,
  types,
  enforce,
}: ExportRequest): Promise<Exported & {readonly terraform?: string}> {
  const {loadPolicies} = await import('../tags/policy/load.ts')
  const {costlyTypes, jsonTargets, terraformTargets} = await import('../tags/export/targets.ts')
  const {terraformText} = await import('../tags/export/terraform.ts')
  const policy = loadPolicies(policies)
  const options = {types: types ?? costlyTypes, enforce}
  if (to in jsonTargets) return jsonTargets[to as keyof typeof jsonTargets](policy, options)
  const target = terraformTargets[to as keyof typeof terraformTargets]
  const exported = target.of(policy, options)
  return {...exported, terraform: terraformText(exported, target)}
}
