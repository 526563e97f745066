import {emrConfigurations} from './emr-values.ts'
import {managedScalingOf} from './emr-scaling.ts'
import {scaledGroup} from './emr-instances.ts'
import type {TerraformType} from './entry.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-emr-instancegroupconfig.html */
export const entry = {
  type: 'aws_emr_instance_group',
  confidence: 'curated',
  objectType: 'AWS::EMR::InstanceGroupConfig',
  role: 'object',
  identity: [['id', 'cluster_id']],
  arnAttribute: null,
  tags: 'none',
  attributes: {
    ...scaledGroup,
    cluster_id: {skip: 'identity', because: 'names the cluster'},
    configurations_json: {to: 'Configurations', as: 'unordered', value: emrConfigurations},
    ebs_optimized: {to: 'EbsConfiguration.EbsOptimized', computed: true},
    running_instance_count: {skip: 'computed', because: 'how many there are'},
    status: {skip: 'computed', because: 'what EMR is doing'},
  },
  object: {
    idScope: 'region',
    boundedBy: (id, path) => managedScalingOf(id.split('|')[1] ?? '', path),
    pseudo: ['RunningInstanceCount'],
    severity: {InstanceCount: 'high', InstanceType: 'high'},
  },
} satisfies TerraformType
