import {fleetOfInstances} from './emr-instances.ts'
import {managedScalingOf} from './emr-scaling.ts'
import type {TerraformType} from './entry.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-emr-instancefleetconfig.html */
export const entry = {
  type: 'aws_emr_instance_fleet',
  confidence: 'curated',
  objectType: 'AWS::EMR::InstanceFleetConfig',
  role: 'object',
  identity: [['cluster_id', 'id']],
  arnAttribute: null,
  tags: 'none',
  attributes: {...fleetOfInstances, cluster_id: {skip: 'identity', because: 'names the cluster'}},
  object: {
    idScope: 'region',
    boundedBy: (id, path) => managedScalingOf(id.split('|')[0] ?? '', path),
    pseudo: ['ProvisionedOnDemandCapacity', 'ProvisionedSpotCapacity'],
    severity: {InstanceTypeConfigs: 'high', TargetOnDemandCapacity: 'high', TargetSpotCapacity: 'high'},
  },
} satisfies TerraformType
