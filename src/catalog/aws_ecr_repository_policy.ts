import type {TerraformType} from './entry.ts'

/** A property of the repository: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecr-repository.html */
export const entry = {
  type: 'aws_ecr_repository_policy',
  confidence: 'curated',
  objectType: 'AWS::ECR::Repository',
  role: 'part',
  identity: [['repository'], ['id']],
  arnAttribute: null,
  tags: 'none',
  presence: 'RepositoryPolicyText',
  attributes: {
    policy: {to: 'RepositoryPolicyText', as: 'iamPolicy'},
    registry_id: {skip: 'computed', because: 'the account'},
    repository: {skip: 'identity', because: 'names the repository'},
  },
} satisfies TerraformType
