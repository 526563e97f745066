import type {TerraformType} from './entry.ts'
import {attachment, onRole} from './iam-holder-elements.ts'

/** One managed policy on one role: an element of `ManagedPolicyArns`. */
export const entry = {
  type: 'aws_iam_role_policy_attachment',
  confidence: 'curated',
  objectType: 'AWS::IAM::Role',
  role: 'part',
  identity: [['role']],
  arnAttribute: null,
  tags: 'none',
  attributes: {
    policy_arn: {custom: 'the element of ManagedPolicyArns'},
    role: {skip: 'identity', because: 'Names the role that is looked at.'},
  },
  project(resource, own) {
    const elements = [attachment(resource.attributes['policy_arn'] ?? null, 'policy_arn')]
    return onRole(own.id, own.location, {elements, wholeResource: true})
  },
} satisfies TerraformType
