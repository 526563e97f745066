import type {TerraformType} from './entry.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-placementgroup.html */
export const entry = {
  type: 'aws_placement_group',
  confidence: 'curated',
  objectType: 'AWS::EC2::PlacementGroup',
  role: 'object',
  identity: [['name'], ['id']],
  attributes: {
    name: {to: 'GroupName'},
    partition_count: {to: 'PartitionCount', default: 0, computed: true},
    placement_group_id: {skip: 'computed', because: 'id that EC2 gives'},
    spread_level: {to: 'SpreadLevel', computed: true},
    strategy: {to: 'Strategy'},
  },
  object: {idScope: 'region', arnTemplate: 'arn:{partition}:ec2:{region}:{account}:placement-group/{id}'},
} satisfies TerraformType
