import {capacityProviders, providerStrategy} from './ecs-capacity-providers.ts'
import type {TerraformType} from './entry.ts'

/**
 * To CloudFormation an AWS::ECS::ClusterCapacityProviderAssociations, whose properties are those of the cluster:
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-clustercapacityproviderassociations.html
 */
export const entry = {
  type: 'aws_ecs_cluster_capacity_providers',
  confidence: 'curated',
  objectType: 'AWS::ECS::Cluster',
  role: 'part',
  identity: [['cluster_name'], ['id']],
  arnAttribute: null,
  tags: 'none',
  attributes: {
    capacity_providers: capacityProviders,
    cluster_name: {skip: 'identity', because: 'names the cluster'},
    default_capacity_provider_strategy: providerStrategy,
  },
} satisfies TerraformType
