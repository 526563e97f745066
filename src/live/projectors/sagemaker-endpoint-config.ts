import {shaped} from './shaped.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sagemaker-endpointconfig.html */
export const sageMakerEndpointConfig = shaped({
  objectType: 'AWS::SageMaker::EndpointConfig',
  id: 'EndpointConfigArn',
  perhaps: [
    'AsyncInferenceConfig',
    'ExecutionRoleArn',
    'ProductionVariants.InferenceAmiVersion',
    'ProductionVariants.ManagedInstanceScaling',
    'ProductionVariants.RoutingConfig',
    'ProductionVariants.ServerlessConfig.ProvisionedConcurrency',
    'ShadowProductionVariants',
  ],
})
