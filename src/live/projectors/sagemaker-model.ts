import {shaped} from './shaped.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sagemaker-model.html */
export const sageMakerModel = shaped({
  objectType: 'AWS::SageMaker::Model',
  id: 'ModelArn',
  perhaps: [
    'Containers.Environment',
    'Containers.ModelDataSource',
    'PrimaryContainer.Environment',
    'PrimaryContainer.ModelDataSource',
  ],
})
