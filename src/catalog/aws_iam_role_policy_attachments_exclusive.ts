import {isArray} from '../model/value.ts'
import type {ProjectedElement, TerraformType} from './entry.ts'
import {attachment, managedPolicies, onRole} from './iam-holder-elements.ts'

/** The claim that a role has no managed policies but the named ones, which other resources attach. */
export const entry = {
  type: 'aws_iam_role_policy_attachments_exclusive',
  confidence: 'curated',
  objectType: 'AWS::IAM::Role',
  role: 'part',
  identity: [['role_name']],
  arnAttribute: null,
  tags: 'none',
  attributes: {
    policy_arns: {custom: 'names all elements of ManagedPolicyArns'},
    role_name: {skip: 'identity', because: 'Names the role that is looked at.'},
  },
  project(resource, own) {
    const arns = resource.attributes['policy_arns']
    if (!isArray(arns)) return []
    const elements = arns.map((arn): ProjectedElement => ({...attachment(arn, 'policy_arns'), secondary: true}))
    return onRole(own.id, own.location, {elements, exclusive: [managedPolicies]})
  },
} satisfies TerraformType
