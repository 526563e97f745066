import type {Exported, ExportedDocument, ExportTarget} from './exported.ts'
import {block, jsonEncode, resourceText} from './hcl-text.ts'

/** The same in Terraform code, a resource for each document. */
export interface TerraformTarget {
  readonly of: ExportTarget
  readonly resource: (document: ExportedDocument) => string
}

export function terraformText({documents}: Exported, {resource}: TerraformTarget): string {
  return documents.map((document) => `${resource(document)}\n`).join('\n')
}

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/organizations_policy */
export function organizationsPolicy(type: 'TAG_POLICY' | 'SERVICE_CONTROL_POLICY') {
  return ({name, content}: ExportedDocument): string =>
    resourceText('aws_organizations_policy', label(name), {name, type, content: jsonEncode(content)})
}

interface ConfigRuleContent {
  readonly ConfigRuleName: string
  readonly Scope?: {readonly ComplianceResourceTypes: readonly string[]}
  readonly InputParameters: string
}

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/config_config_rule */
export function configRule({name, content}: ExportedDocument): string {
  const {ConfigRuleName, Scope, InputParameters} = content as ConfigRuleContent
  return resourceText('aws_config_config_rule', label(name), {
    name: ConfigRuleName,
    input_parameters: jsonEncode(JSON.parse(InputParameters)),
    source: block({owner: 'AWS', source_identifier: 'REQUIRED_TAGS'}),
    ...(Scope && {scope: block({compliance_resource_types: Scope.ComplianceResourceTypes})}),
  })
}

function label(name: string): string {
  return name.replaceAll('-', '_')
}
