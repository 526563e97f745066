import type {ObjectType} from '../model/live.ts'
import type {RunRateUse} from '../model/spend.ts'

/** What the machines of an object are for, by its type; undefined for types that run none of their own. */
export function useOf(type: ObjectType): RunRateUse | undefined {
  return uses[type]
}

const uses: Readonly<Record<ObjectType, RunRateUse>> = {
  'AWS::EC2::Host': 'dedicated-host',
  'AWS::SageMaker::App': 'sagemaker-studio',
  'AWS::SageMaker::Cluster': 'sagemaker-hyperpod',
  'AWS::SageMaker::Endpoint': 'sagemaker-endpoint',
  'AWS::SageMaker::NotebookInstance': 'sagemaker-notebook',
  'AWS::SageMaker::TrainingJob': 'sagemaker-training',
}
