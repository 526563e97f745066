import type {TerraformType} from './entry.ts'

export const entry: TerraformType = {
  type: 'aws_ebs_volume',
  confidence: 'curated',
  objectType: 'AWS::EC2::Volume',
  role: 'object',
  identity: [['id']],
  attributes: {
    availability_zone: {to: 'AvailabilityZone'},
    create_time: {skip: 'computed', because: 'set by AWS'},
    encrypted: {to: 'Encrypted', computed: true},
    final_snapshot: {skip: 'terraform-only', because: 'what to do before a delete'},
    // 0 in the state stands for "does not apply": https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Volume.html leaves it out.
    iops: {to: 'Iops', default: 0, computed: true},
    kms_key_id: {to: 'KmsKeyId', as: 'kmsKey', computed: true},
    multi_attach_enabled: {to: 'MultiAttachEnabled'},
    outpost_arn: {to: 'OutpostArn'},
    size: {to: 'Size', computed: true},
    snapshot_id: {to: 'SnapshotId', computed: true},
    throughput: {to: 'Throughput', default: 0, computed: true},
    type: {to: 'VolumeType', default: 'gp2', computed: true},
    volume_initialization_rate: {to: 'VolumeInitializationRate', default: 0, computed: true},
  },
  object: {
    idScope: 'region',
    arnTemplate: 'arn:{partition}:ec2:{region}:{account}:volume/{id}',
    severity: {Encrypted: 'high', KmsKeyId: 'high'},
  },
}
