import {shaped} from './shaped.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-batch-computeenvironment.html */
export const batchComputeEnvironment = shaped({
  objectType: 'AWS::Batch::ComputeEnvironment',
  id: 'ComputeEnvironmentArn',
  perhaps: ['ComputeResources.Tags', 'UpdatePolicy'],
})
