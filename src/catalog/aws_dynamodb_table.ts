import type {
  AttributeRule,
  BlockRule,
  CompareRule,
  OwnTarget,
  ProjectedProperty,
  Projection,
  SkipRule,
  TerraformType,
} from './entry.ts'
import {scalableTableId} from './dynamodb-scaling.ts'
import type {DeclaredResource} from '../model/declared.ts'
import {isArray, isRecord, Unknown, type Json, type Value} from '../model/value.ts'

const hashKey = 'KeySchema[KeyType=HASH].AttributeName'
const rangeKey = 'KeySchema[KeyType=RANGE].AttributeName'

const projection: Readonly<Record<string, AttributeRule>> = {
  name: {to: 'IndexName'},
  non_key_attributes: {to: 'Projection.NonKeyAttributes', as: 'set'},
  projection_type: {to: 'Projection.ProjectionType'},
}

/** 0 for tables and indexes that are billed by request; AWS then says 0 or nothing. */
const capacity: Readonly<Record<string, CompareRule>> = {
  read_capacity: {to: 'ProvisionedThroughput.ReadCapacityUnits', default: 0},
  write_capacity: {to: 'ProvisionedThroughput.WriteCapacityUnits', default: 0},
}

/** -1 takes the limit away; the provider records 0 for the one of the two that has none. */
const onDemand: BlockRule = {
  to: 'OnDemandThroughput',
  block: 'single',
  of: {
    max_read_request_units: {to: 'MaxReadRequestUnits', default: -1, value: zeroIsNone},
    max_write_request_units: {to: 'MaxWriteRequestUnits', default: -1, value: zeroIsNone},
  },
}

const warmThroughput: SkipRule = {
  skip: 'controlled',
  because:
    'DynamoDB raises it as traffic grows (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/warm-throughput.html)',
}
const onCreation = (what: string): SkipRule => ({
  skip: 'write-only',
  because: `${what} made the table; DynamoDB does not tell`,
})

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dynamodb_table */
export const entry = {
  type: 'aws_dynamodb_table',
  confidence: 'curated',
  objectType: 'AWS::DynamoDB::Table',
  role: 'object',
  identity: [['name'], ['id']],
  attributes: {
    attribute: {
      to: 'AttributeDefinitions',
      block: 'set',
      key: ['AttributeName'],
      of: {name: {to: 'AttributeName'}, type: {to: 'AttributeType'}},
    },
    // AWS says nothing of tables that have never been billed by request.
    billing_mode: {to: 'BillingMode', default: 'PROVISIONED'},
    deletion_protection_enabled: {to: 'DeletionProtectionEnabled'},
    global_secondary_index: {
      to: 'GlobalSecondaryIndexes',
      block: 'set',
      key: ['IndexName'],
      of: {
        ...projection,
        ...capacity,
        // Empty where `key_schema` declares the keys (providers from 6.26 on), and the other way round.
        hash_key: {to: hashKey, computed: true},
        key_schema: {
          to: 'KeySchema',
          block: 'set',
          key: ['AttributeName'],
          computed: true,
          of: {attribute_name: {to: 'AttributeName'}, key_type: {to: 'KeyType'}},
        },
        on_demand_throughput: onDemand,
        range_key: {to: rangeKey, computed: true},
        warm_throughput: warmThroughput,
      },
    },
    global_table_witness: {
      skip: 'not-visible',
      because: 'a property of the global table: AWS::DynamoDB::GlobalTable, not AWS::DynamoDB::Table',
    },
    hash_key: {to: hashKey},
    import_table: onCreation('the import that'),
    local_secondary_index: {
      to: 'LocalSecondaryIndexes',
      block: 'set',
      key: ['IndexName'],
      of: {...projection, range_key: {to: rangeKey}},
    },
    name: {to: 'TableName'},
    on_demand_throughput: onDemand,
    point_in_time_recovery: {
      to: 'PointInTimeRecoverySpecification',
      block: 'single',
      of: {
        enabled: {to: 'PointInTimeRecoveryEnabled'},
        // 0 is recorded while recovery is off.
        recovery_period_in_days: {to: 'RecoveryPeriodInDays', default: 35, value: zeroIsNone, computed: true},
      },
    },
    range_key: {to: rangeKey},
    ...capacity,
    // Named after AWS::DynamoDB::GlobalTable: to CloudFormation, a table with replicas is another type.
    replica: {
      to: 'Replicas',
      block: 'set',
      key: ['Region'],
      of: {
        arn: {skip: 'computed', because: 'ARN of the replica'},
        consistency_mode: {skip: 'not-visible', because: 'a property of the global table, not of the replica'},
        deletion_protection_enabled: {to: 'DeletionProtectionEnabled', computed: true},
        kms_key_arn: {to: 'SSESpecification.KMSMasterKeyId', as: 'kmsKey', computed: true},
        point_in_time_recovery: {to: 'PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled'},
        propagate_tags: {skip: 'terraform-only', because: 'makes the provider tag the replica'},
        region_name: {to: 'Region'},
        stream_arn: {skip: 'computed', because: 'ARN of the stream of the replica'},
        stream_label: {skip: 'computed', because: 'part of the ARN of the stream'},
      },
    },
    restore_date_time: onCreation('the restore that'),
    restore_source_name: onCreation('the restore that'),
    restore_source_table_arn: onCreation('the restore that'),
    restore_to_latest_time: onCreation('the restore that'),
    server_side_encryption: {
      to: 'SSESpecification',
      block: 'single',
      of: {
        enabled: {to: 'SSEEnabled'},
        kms_key_arn: {to: 'KMSMasterKeyId', as: 'kmsKey', computed: true},
      },
    },
    stream_arn: {skip: 'computed', because: 'ARN of the stream'},
    stream_enabled: {
      custom: 'decides whether the view type counts: to CloudFormation, a stream is on where it has one',
    },
    stream_label: {skip: 'computed', because: 'part of the ARN of the stream'},
    stream_view_type: {custom: 'see stream_enabled'},
    table_class: {to: 'TableClass', default: 'STANDARD'},
    ttl: {
      to: 'TimeToLiveSpecification',
      block: 'single',
      of: {
        attribute_name: {custom: 'see enabled'},
        enabled: {to: 'Enabled'},
        kms_key_arn: {skip: 'deprecated', because: 'without effect in providers 3 and 4, gone since'},
      },
    },
    warm_throughput: warmThroughput,
  },
  project: switchedOn,
  object: {
    idScope: 'region',
    arnTemplate: 'arn:{partition}:dynamodb:{region}:{account}:table/{id}',
    scaledBy: scalableTableId,
    severity: {
      DeletionProtectionEnabled: 'high',
      PointInTimeRecoverySpecification: 'high',
      SSESpecification: 'high',
    },
  },
} satisfies TerraformType

/**
 * The configuration may keep the view type of a stream, or the attribute of a time to live, while it is off; the provider suppresses the
 * difference (https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/dynamodb/table.go).
 */
function switchedOn({attributes}: DeclaredResource, {id, location}: OwnTarget): readonly Projection[] {
  if (id === undefined) return []
  const {stream_enabled: hasStream, stream_view_type: viewType, ttl} = attributes
  const first = isArray(ttl) ? ttl[0] : ttl
  const {enabled, attribute_name: name} = isRecord(first) ? first : {}
  const properties = [
    ...(viewType === undefined
      ? []
      : [whileOn(hasStream, 'StreamSpecification.StreamViewType', viewType, 'stream_view_type')]),
    ...(name === undefined
      ? []
      : [whileOn(enabled, 'TimeToLiveSpecification.AttributeName', name, 'ttl.attribute_name')]),
  ]
  return properties.length === 0 ? [] : [{objectType: 'AWS::DynamoDB::Table', id, location, properties}]
}

function whileOn(on: Value | undefined, path: string, value: Value, attribute: string): ProjectedProperty {
  if (on instanceof Unknown) return {path, value: on, attribute}
  const isOff = on === false || on === 'false' || on === null || on === undefined
  return {path, value: isOff ? null : value, attribute}
}

function zeroIsNone(value: Json): Json {
  return value === 0 ? null : value
}
