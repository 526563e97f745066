import type {TerraformType} from './entry.ts'

const restoring = {skip: 'terraform-only', because: 'how a snapshot comes back from the archive'} as const
const ofVolume = {skip: 'computed', because: 'taken over from the volume'} as const

/** CloudFormation has no type for it: the names are those of https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Snapshot.html */
export const entry = {
  type: 'aws_ebs_snapshot',
  confidence: 'curated',
  objectType: 'AWS::EC2::Snapshot',
  role: 'object',
  identity: [['id']],
  attributes: {
    data_encryption_key_id: ofVolume,
    description: {to: 'Description'},
    encrypted: {to: 'Encrypted'},
    kms_key_id: {to: 'KmsKeyId', as: 'kmsKey', computed: true},
    outpost_arn: {to: 'OutpostArn'},
    owner_alias: {skip: 'computed', because: 'of public snapshots of AWS'},
    owner_id: {skip: 'computed', because: 'the account that owns the snapshot'},
    permanent_restore: restoring,
    start_time: {skip: 'computed', because: 'when it was taken'},
    storage_tier: {to: 'StorageTier', default: 'standard', computed: true},
    temporary_restore_days: restoring,
    volume_id: {to: 'VolumeId'},
    volume_size: {to: 'VolumeSize'},
  },
  object: {
    idScope: 'region',
    arnTemplate: 'arn:{partition}:ec2:{region}::snapshot/{id}',
    severity: {Encrypted: 'high', KmsKeyId: 'high'},
  },
} satisfies TerraformType
