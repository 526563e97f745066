import {inlineEntries, networkAcl, networkAclAttributes} from './aws_network_acl.ts'
import type {TerraformType} from './entry.ts'

/**
 * The list that AWS makes with each VPC, adopted. It has no `object` facts: aws_network_acl is what creates lists. Its rules are always all of
 * them, since the provider removes what the configuration does not name
 * (https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/default_network_acl).
 */
export const entry: TerraformType = {
  type: 'aws_default_network_acl',
  confidence: 'curated',
  objectType: networkAcl,
  role: 'object',
  identity: [['id'], ['default_network_acl_id']],
  attributes: {
    ...networkAclAttributes,
    default_network_acl_id: {skip: 'identity', because: 'names the list that is adopted'},
    subnet_ids: {
      skip: 'controlled',
      because: 'AWS puts here each subnet that no other list claims; those that are claimed are compared there',
    },
  },
  project: ({attributes}, own) => inlineEntries(attributes, own),
}
