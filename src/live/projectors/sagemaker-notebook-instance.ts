import {shaped} from './shaped.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sagemaker-notebookinstance.html */
export const sageMakerNotebookInstance = shaped({
  objectType: 'AWS::SageMaker::NotebookInstance',
  id: 'NotebookInstanceArn',
  perhaps: ['InstanceMetadataServiceConfiguration', 'PlatformIdentifier'],
})
