import type {TerraformType} from './entry.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-host.html */
export const entry = {
  type: 'aws_ec2_host',
  confidence: 'curated',
  objectType: 'AWS::EC2::Host',
  role: 'object',
  identity: [['id']],
  attributes: {
    asset_id: {to: 'AssetId', computed: true},
    auto_placement: {to: 'AutoPlacement', default: 'on'},
    availability_zone: {to: 'AvailabilityZone'},
    host_recovery: {to: 'HostRecovery', default: 'off'},
    // A host for one instance type has a family too, and EC2 may tell both.
    instance_family: {to: 'InstanceFamily', computed: true},
    instance_type: {to: 'InstanceType', computed: true},
    outpost_arn: {to: 'OutpostArn'},
    owner_id: {skip: 'computed', because: 'the account that owns the host'},
  },
  object: {
    idScope: 'region',
    arnTemplate: 'arn:{partition}:ec2:{region}:{account}:dedicated-host/{id}',
  },
} satisfies TerraformType
