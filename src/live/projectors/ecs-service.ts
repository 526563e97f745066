import {serviceId} from '../../catalog/ecs-service-id.ts'
import type {Projector} from './projector.ts'

/**
 * AWS Config keeps services in the CloudFormation shape; the cluster is in them the way that whoever made the service named it.
 * Service Connect, volumes and VPC Lattice are left out: CloudFormation does not read the first two back
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-service.html).
 */
export const ecsService: Projector = {
  objectType: 'AWS::ECS::Service',
  sees: [
    'CapacityProviderStrategy',
    'Cluster',
    'DeploymentConfiguration.Alarms',
    'DeploymentConfiguration.DeploymentCircuitBreaker',
    'DeploymentConfiguration.MaximumPercent',
    'DeploymentConfiguration.MinimumHealthyPercent',
    'DeploymentController',
    'DesiredCount',
    'EnableECSManagedTags',
    'EnableExecuteCommand',
    'HealthCheckGracePeriodSeconds',
    'LaunchType',
    'LoadBalancers',
    'NetworkConfiguration',
    'PlacementConstraints',
    'PlacementStrategies',
    'PlatformVersion',
    'PropagateTags',
    'Role',
    'SchedulingStrategy',
    'ServiceName',
    'ServiceRegistries',
    'TaskDefinition',
  ],
  project: ({resourceId, configuration}) => {
    const {ServiceArn: arn, Cluster: cluster} = configuration
    return {id: serviceId(arn ?? resourceId, cluster) ?? resourceId, properties: configuration}
  },
}
