import {blockOf} from './blocks.ts'
import type {TerraformType} from './entry.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kinesis-stream.html */
export const entry: TerraformType = {
  type: 'aws_kinesis_stream',
  confidence: 'curated',
  objectType: 'AWS::Kinesis::Stream',
  role: 'object',
  identity: [['name']],
  attributes: {
    encryption_type: {to: 'StreamEncryption.EncryptionType', default: 'NONE'},
    enforce_consumer_deletion: {skip: 'terraform-only', because: 'tells the provider how to delete'},
    kms_key_id: {to: 'StreamEncryption.KeyId', as: 'kmsKey'},
    max_record_size_in_kib: {to: 'MaxRecordSizeInKiB', default: 1024, computed: true},
    name: {to: 'Name'},
    retention_period: {to: 'RetentionPeriodHours', default: 24},
    shard_count: {custom: 'ShardCount, where AWS does not choose it'},
    shard_level_metrics: {to: 'DesiredShardLevelMetrics', as: 'set'},
    stream_mode_details: {
      to: 'StreamModeDetails',
      block: 'single',
      computed: true,
      of: {stream_mode: {to: 'StreamMode', default: 'PROVISIONED'}},
    },
  },
  // https://docs.aws.amazon.com/streams/latest/dev/how-do-i-size-a-stream.html: on demand, the number of shards follows the load.
  project: ({attributes}, {id, location}) => {
    const {shard_count: value, stream_mode_details: details} = attributes
    if (id === undefined || value === undefined || blockOf(details)['stream_mode'] === 'ON_DEMAND') return []
    const property = {path: 'ShardCount', value, attribute: 'shard_count', computed: true} as const
    return [{objectType: 'AWS::Kinesis::Stream', id, location, properties: [property]}]
  },
  object: {
    idScope: 'region',
    arnTemplate: 'arn:{partition}:kinesis:{region}:{account}:stream/{id}',
    severity: {StreamEncryption: 'high'},
  },
}
