import {shaped} from './shaped.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-stepfunctions-statemachine.html */
export const sfnStateMachine = shaped({
  objectType: 'AWS::StepFunctions::StateMachine',
  id: 'Arn',
  perhaps: ['EncryptionConfiguration'],
})
