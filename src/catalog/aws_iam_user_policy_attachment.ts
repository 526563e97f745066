import type {TerraformType} from './entry.ts'
import {attachment, onHolder} from './iam-holder-elements.ts'

/** One managed policy on one user: an element of `ManagedPolicyArns`. */
export const entry = {
  type: 'aws_iam_user_policy_attachment',
  confidence: 'curated',
  objectType: 'AWS::IAM::User',
  role: 'part',
  identity: [['user']],
  arnAttribute: null,
  tags: 'none',
  attributes: {
    user: {skip: 'identity', because: 'Names the user that is looked at.'},
    policy_arn: {custom: 'the element of ManagedPolicyArns'},
  },
  project(resource, own) {
    const elements = [attachment(resource.attributes['policy_arn'] ?? null, 'policy_arn')]
    return onHolder('AWS::IAM::User', own.id, own.location, {elements, wholeResource: true})
  },
} satisfies TerraformType
