import type {Json} from '../../model/value.ts'
import {listed, picked, recordAt, recordsAt, said, textAt, unseenOf} from './document.ts'
import {pascal} from './pascal.ts'
import type {JsonRecord, Projector} from './projector.ts'

/** Not in items from before 2023, nor where Config was not allowed to read them. */
const alwaysShown = ['DeletionProtectionEnabled', 'PointInTimeRecoverySpecification']
const indexParts = ['IndexName', 'KeySchema', 'Projection']

/**
 * The table description of DescribeTable (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TableDescription.html), in
 * which Config spells some names its own way (`ssedescription`, `kmsmasterKeyArn`); point-in-time recovery is in the supplementary
 * configuration. Config does not know about time to live. That it keeps the deletion protection, which its published schema leaves out, shows in its rule
 * dynamodb-table-deletion-protection-enabled, which judges a configuration change by it.
 */
export const dynamodbTable: Projector = {
  objectType: 'AWS::DynamoDB::Table',
  sees: [
    'AttributeDefinitions',
    'BillingMode',
    'DeletionProtectionEnabled',
    ...[...indexParts, 'ProvisionedThroughput'].map((part) => `GlobalSecondaryIndexes.${part}`),
    'KeySchema',
    'LocalSecondaryIndexes',
    'PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled',
    'ProvisionedThroughput',
    'Replicas.Region',
    'Replicas.SSESpecification.KMSMasterKeyId',
    'SSESpecification',
    'StreamSpecification.StreamViewType',
    'TableClass',
    'TableName',
  ],
  project({resourceId, configuration, supplementary}) {
    const id = textAt(configuration, 'tableName') ?? resourceId
    const properties = said({
      AttributeDefinitions: pascal(recordsAt(configuration, 'attributeDefinitions')),
      BillingMode: recordAt(configuration, 'billingModeSummary')['billingMode'],
      DeletionProtectionEnabled: configuration['deletionProtectionEnabled'],
      GlobalSecondaryIndexes: listed(recordsAt(configuration, 'globalSecondaryIndexes').map(globalIndex)),
      KeySchema: pascal(recordsAt(configuration, 'keySchema')),
      LocalSecondaryIndexes: listed(recordsAt(configuration, 'localSecondaryIndexes').map(index)),
      PointInTimeRecoverySpecification: recovery(supplementary),
      ProvisionedThroughput: throughput(configuration),
      Replicas: listed(recordsAt(configuration, 'replicas').map(replica)),
      SSESpecification: encryption(configuration),
      StreamSpecification: stream(configuration),
      TableClass: recordAt(configuration, 'tableClassSummary')['tableClass'],
      TableName: id,
    })
    return {
      id,
      ...(textAt(configuration, 'tableStatus') === 'DELETING' ? {deleting: 'DELETING'} : {}),
      properties,
      ...unseenOf(properties, alwaysShown),
    }
  },
}

function index(document: JsonRecord): JsonRecord {
  return picked(pascal(document) as JsonRecord, indexParts)
}

function globalIndex(document: JsonRecord): JsonRecord {
  return {...index(document), ...said({ProvisionedThroughput: throughput(document)})}
}

/** The units alone: beside them are times and counts of changes. */
function throughput(document: JsonRecord): Json {
  const units = pascal(recordAt(document, 'provisionedThroughput')) as JsonRecord
  return picked(units, ['ReadCapacityUnits', 'WriteCapacityUnits'])
}

/** Absent for the default encryption, with a key that DynamoDB owns. */
function encryption(table: JsonRecord): JsonRecord | undefined {
  const sse = firstOf(table, ['ssedescription', 'sSEDescription'])
  if (Object.keys(sse).length === 0) return undefined
  return said({
    SSEEnabled: sse['status'] === 'ENABLED' || sse['status'] === 'UPDATING',
    SSEType: sse['ssetype'] ?? sse['sSEType'],
    KMSMasterKeyId: sse['kmsmasterKeyArn'] ?? sse['kMSMasterKeyArn'],
  })
}

function stream(table: JsonRecord): JsonRecord | undefined {
  const specification = recordAt(table, 'streamSpecification')
  return specification['streamEnabled'] === true ? said({StreamViewType: specification['streamViewType']}) : undefined
}

function recovery(supplementary: JsonRecord): JsonRecord | undefined {
  const description = recordAt(
    recordAt(supplementary, 'ContinuousBackupsDescription'),
    'pointInTimeRecoveryDescription',
  )
  const status = description['pointInTimeRecoveryStatus']
  if (status === undefined) return undefined
  const days = description['recoveryPeriodInDays']
  return said({PointInTimeRecoveryEnabled: status === 'ENABLED', RecoveryPeriodInDays: days})
}

function replica(document: JsonRecord): JsonRecord {
  const key = document['kmsmasterKeyId'] ?? document['kMSMasterKeyId']
  return said({
    Region: document['regionName'],
    SSESpecification: key === undefined ? undefined : {KMSMasterKeyId: key},
  })
}

function firstOf(document: JsonRecord, spellings: readonly string[]): JsonRecord {
  return recordAt(document, spellings.find((spelling) => spelling in document) ?? '')
}
