import {inlineRules, securityGroupAttributes} from './aws_security_group.ts'
import type {TerraformType} from './entry.ts'

/**
 * The group that AWS makes with each VPC, adopted. It has no `object` facts: aws_security_group is what creates groups. Its rules are
 * always all of them, since the provider removes what the configuration does not name
 * (https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/default_security_group).
 */
export const entry: TerraformType = {
  type: 'aws_default_security_group',
  confidence: 'curated',
  objectType: 'AWS::EC2::SecurityGroup',
  role: 'object',
  identity: [['id']],
  attributes: securityGroupAttributes,
  project: inlineRules,
}
