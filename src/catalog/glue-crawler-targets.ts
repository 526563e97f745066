import type {AttributeRule, BlockRule} from './entry.ts'
import {zeroIsNone} from './zero-is-none.ts'

const targets = (to: string, of: Readonly<Record<string, AttributeRule>>): BlockRule => ({to, block: 'list', of})

const connection: AttributeRule = {to: 'ConnectionName'}
const exclusions: AttributeRule = {to: 'Exclusions'}
const events: Readonly<Record<string, AttributeRule>> = {
  connection_name: connection,
  dlq_event_queue_arn: {to: 'DlqEventQueueArn'},
  event_queue_arn: {to: 'EventQueueArn'},
}
const lakes: Readonly<Record<string, AttributeRule>> = {
  connection_name: connection,
  exclusions,
  maximum_traversal_depth: {to: 'MaximumTraversalDepth'},
  paths: {to: 'Paths', as: 'set'},
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-glue-crawler-targets.html */
export const crawlerTargets: Readonly<Record<string, AttributeRule>> = {
  catalog_target: targets('CatalogTargets', {
    ...events,
    database_name: {to: 'DatabaseName'},
    tables: {to: 'Tables'},
  }),
  delta_target: targets('DeltaTargets', {
    connection_name: connection,
    create_native_delta_table: {to: 'CreateNativeDeltaTable'},
    delta_tables: {to: 'DeltaTables', as: 'set'},
    write_manifest: {to: 'WriteManifest'},
  }),
  dynamodb_target: targets('DynamoDBTargets', {
    path: {to: 'Path'},
    scan_all: {to: 'ScanAll', default: true},
    scan_rate: {to: 'ScanRate', value: zeroIsNone},
  }),
  hudi_target: targets('HudiTargets', lakes),
  iceberg_target: targets('IcebergTargets', lakes),
  jdbc_target: targets('JdbcTargets', {
    connection_name: connection,
    enable_additional_metadata: {to: 'EnableAdditionalMetadata'},
    exclusions,
    path: {to: 'Path'},
  }),
  mongodb_target: targets('MongoDBTargets', {
    connection_name: connection,
    path: {to: 'Path'},
    scan_all: {skip: 'not-visible', because: 'not in the CloudFormation schema of the type'},
  }),
  s3_target: targets('S3Targets', {
    ...events,
    exclusions,
    path: {to: 'Path'},
    sample_size: {to: 'SampleSize', value: zeroIsNone},
  }),
}
