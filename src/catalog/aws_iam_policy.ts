import type {TerraformType} from './entry.ts'
import {policyDocument} from './iam-holder-elements.ts'

/**
 * A customer managed policy, compared in its default version. CloudFormation calls it AWS::IAM::ManagedPolicy; AWS::IAM::Policy there
 * is an inline policy, while AWS Config means the managed one by it
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-managedpolicy.html).
 */
export const entry = {
  type: 'aws_iam_policy',
  confidence: 'curated',
  objectType: 'AWS::IAM::ManagedPolicy',
  role: 'object',
  identity: [['arn'], ['id']],
  attributes: {
    description: {to: 'Description'},
    name: {to: 'ManagedPolicyName'},
    path: {to: 'Path', default: '/'},
    policy: {to: 'PolicyDocument', as: 'iamPolicy', value: policyDocument},
    name_prefix: {skip: 'alias', because: 'The full name that it led to is in `name`.'},
    delay_after_policy_creation_in_ms: {
      skip: 'terraform-only',
      because: 'How long the provider waits (resource docs).',
    },
    attachment_count: {skip: 'computed', because: 'AWS counts the holders.'},
    policy_id: {skip: 'computed', because: 'AWS chooses it (ANPA...).'},
  },
  object: {
    idScope: 'account',
    arnTemplate: '{id}',
    severity: {PolicyDocument: 'high'},
  },
} satisfies TerraformType
