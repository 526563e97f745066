import type {TerraformType} from './entry.ts'
import {attachment, onHolder} from './iam-holder-elements.ts'

/** One managed policy on one group: an element of `ManagedPolicyArns`. */
export const entry = {
  type: 'aws_iam_group_policy_attachment',
  confidence: 'curated',
  objectType: 'AWS::IAM::Group',
  role: 'part',
  identity: [['group']],
  arnAttribute: null,
  tags: 'none',
  attributes: {
    group: {skip: 'identity', because: 'Names the group that is looked at.'},
    policy_arn: {custom: 'the element of ManagedPolicyArns'},
  },
  project(resource, own) {
    const elements = [attachment(resource.attributes['policy_arn'] ?? null, 'policy_arn')]
    return onHolder('AWS::IAM::Group', own.id, own.location, {elements, wholeResource: true})
  },
} satisfies TerraformType
