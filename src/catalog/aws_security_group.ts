import type {DeclaredResource} from '../model/declared.ts'
import type {OwnTarget, Projection, TerraformType} from './entry.ts'
import {plainOf} from './plain-value.ts'
import {inlineElements, isOpenToAll, rulePaths} from './security-group-rules.ts'

/** Common to aws_security_group and aws_default_security_group. */
export const securityGroupAttributes = {
  description: {to: 'GroupDescription'},
  egress: {custom: 'elements of SecurityGroupEgress, one for each destination'},
  ingress: {custom: 'elements of SecurityGroupIngress, one for each source'},
  name: {to: 'GroupName'},
  name_prefix: {skip: 'terraform-only', because: 'the provider makes `name` of it, which is compared'},
  owner_id: {skip: 'computed', because: 'the account that owns the group'},
  revoke_rules_on_delete: {skip: 'terraform-only', because: 'what to do before a delete'},
  vpc_id: {to: 'VpcId', computed: true},
} as const satisfies TerraformType['attributes']

export const entry: TerraformType = {
  type: 'aws_security_group',
  confidence: 'curated',
  objectType: 'AWS::EC2::SecurityGroup',
  role: 'object',
  identity: [['id']],
  attributes: securityGroupAttributes,
  // `ingress` and `egress` are Optional and Computed: without rules of its own the resource reads back those of aws_security_group_rule
  // and its successors, so the claim is void where those declare rules (https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group).
  project: (resource, own) => inlineRules(resource, own).map((inline) => ({...inline, echoes: inline.exclusive ?? []})),
  object: {
    idScope: 'region',
    arnTemplate: 'arn:{partition}:ec2:{region}:{account}:security-group/{id}',
    exposes: (path, live) => path.startsWith(rulePaths.ingress) && isOpenToAll(live),
    severity: {SecurityGroupIngress: 'high', SecurityGroupEgress: 'high'},
  },
}

/** The rules written inside the group: all of them, or none where the state does not record them. */
export function inlineRules({attributes}: DeclaredResource, {id, location}: OwnTarget): readonly Projection[] {
  if (id === undefined) return []
  const ingress = inlineElements(plainOf(attributes['ingress']), 'ingress', id)
  const egress = inlineElements(plainOf(attributes['egress']), 'egress', id)
  return [
    {
      objectType: 'AWS::EC2::SecurityGroup',
      id,
      location,
      elements: [...(ingress ?? []), ...(egress ?? [])],
      exclusive: [...(ingress ? [rulePaths.ingress] : []), ...(egress ? [rulePaths.egress] : [])],
    },
  ]
}
