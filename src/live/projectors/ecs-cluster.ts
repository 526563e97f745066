import {textAt} from './document.ts'
import type {Projector} from './projector.ts'

/**
 * AWS Config keeps clusters in the CloudFormation shape, which does not read Service Connect defaults back
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-cluster.html).
 */
export const ecsCluster: Projector = {
  objectType: 'AWS::ECS::Cluster',
  sees: ['CapacityProviders', 'ClusterName', 'ClusterSettings', 'Configuration', 'DefaultCapacityProviderStrategy'],
  project: ({resourceId, configuration}) => ({
    id: textAt(configuration, 'ClusterName') ?? resourceId,
    properties: configuration,
  }),
}
