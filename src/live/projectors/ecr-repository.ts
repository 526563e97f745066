import {shaped} from './shaped.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecr-repository.html */
export const ecrRepository = shaped({
  objectType: 'AWS::ECR::Repository',
  id: 'RepositoryName',
  perhaps: ['EncryptionConfiguration', 'ImageTagMutabilityExclusionFilters', 'LifecyclePolicy', 'RepositoryPolicyText'],
})
