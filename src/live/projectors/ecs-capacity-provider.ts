import {shaped} from './shaped.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-capacityprovider.html */
export const ecsCapacityProvider = shaped({
  objectType: 'AWS::ECS::CapacityProvider',
  id: 'Name',
  perhaps: ['AutoScalingGroupProvider.ManagedDraining', 'ClusterName', 'ManagedInstancesProvider'],
})
