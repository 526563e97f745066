import type {TerraformType} from './entry.ts'

/** A property of the repository: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ecr-repository-lifecyclepolicy.html */
export const entry = {
  type: 'aws_ecr_lifecycle_policy',
  confidence: 'curated',
  objectType: 'AWS::ECR::Repository',
  role: 'part',
  identity: [['repository'], ['id']],
  arnAttribute: null,
  tags: 'none',
  presence: 'LifecyclePolicy',
  attributes: {
    // Rules have priorities of their own; the order of the list says nothing.
    policy: {to: 'LifecyclePolicy.LifecyclePolicyText', as: 'unorderedDocument'},
    registry_id: {skip: 'computed', because: 'the account'},
    repository: {skip: 'identity', because: 'names the repository'},
  },
} satisfies TerraformType
