import {isArray, isRecord, type Json} from '../model/value.ts'
import type {AttributeRule, CompareRule, SkipRule} from './entry.ts'

const onDestroy: SkipRule = {skip: 'terraform-only', because: 'what to do before a destroy'}
const chosen = (to: string): CompareRule => ({to, computed: true})

/**
 * What clusters and replication groups have in common. Names as in
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_ElastiCache.html.
 */
export const cacheSettings: Readonly<Record<string, AttributeRule>> = {
  apply_immediately: {skip: 'terraform-only', because: 'when the provider applies changes'},
  auto_minor_version_upgrade: {to: 'AutoMinorVersionUpgrade', default: true, computed: true},
  engine: {to: 'Engine', as: 'caseInsensitive', computed: true},
  // From Redis 6 on the minor version is enough, `6.x` among them: ElastiCache chooses the patch
  // (https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elasticache_cluster#engine_version-1).
  engine_version: {to: 'EngineVersion', as: 'versionPrecision', computed: true},
  engine_version_actual: {skip: 'computed', because: 'the version with its patch'},
  final_snapshot_identifier: onDestroy,
  ip_discovery: chosen('IpDiscovery'),
  log_delivery_configuration: {to: 'LogDeliveryConfigurations', as: 'set', value: logDeliveries},
  maintenance_window: {to: 'PreferredMaintenanceWindow', as: 'caseInsensitive', computed: true},
  network_type: chosen('NetworkType'),
  node_type: chosen('CacheNodeType'),
  notification_topic_arn: {to: 'NotificationTopicArn'},
  parameter_group_name: {to: 'CacheParameterGroupName', as: 'caseInsensitive', computed: true},
  snapshot_retention_limit: {to: 'SnapshotRetentionLimit', default: 0},
  snapshot_window: chosen('SnapshotWindow'),
  subnet_group_name: {to: 'CacheSubnetGroupName', as: 'caseInsensitive', computed: true},
  transit_encryption_enabled: {to: 'TransitEncryptionEnabled', computed: true},
}

export const restoredFrom: SkipRule = {
  skip: 'write-only',
  because: 'what it was restored from at creation; ElastiCache does not tell',
}

function logDeliveries(blocks: Json): Json {
  return isArray(blocks) ? blocks.flatMap((block) => (isRecord(block) ? [logDelivery(block)] : [])) : blocks
}

function logDelivery(block: {readonly [key: string]: Json}): Json {
  const {destination = null, destination_type: type = null, log_format: format = null, log_type: logType = null} = block
  const details =
    type === 'kinesis-firehose'
      ? {KinesisFirehoseDetails: {DeliveryStream: destination}}
      : {CloudWatchLogsDetails: {LogGroup: destination}}
  return {DestinationDetails: details, DestinationType: type, LogFormat: format, LogType: logType}
}
