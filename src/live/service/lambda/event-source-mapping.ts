import {
  LambdaClient,
  paginateListEventSourceMappings,
  type EventSourceMappingConfiguration,
} from '@aws-sdk/client-lambda'

import type {JsonRecord} from '../../projectors/projector.ts'
import {named, pagesOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'
import type {ServiceObject} from '../service-type.ts'

const members = [
  'AmazonManagedKafkaEventSourceConfig',
  'BatchSize',
  'BisectBatchOnFunctionError',
  'DestinationConfig',
  'DocumentDBEventSourceConfig',
  'EventSourceArn',
  'EventSourceMappingArn',
  'FilterCriteria',
  'FunctionResponseTypes',
  'MaximumBatchingWindowInSeconds',
  'MaximumRecordAgeInSeconds',
  'MaximumRetryAttempts',
  'MetricsConfig',
  'ParallelizationFactor',
  'ProvisionedPollerConfig',
  'Queues',
  'ScalingConfig',
  'SelfManagedEventSource',
  'SelfManagedKafkaEventSourceConfig',
  'SourceAccessConfigurations',
  'StartingPosition',
  'Topics',
  'TumblingWindowInSeconds',
] as const

export const eventSourceMapping = serviceType<LambdaClient, EventSourceMappingConfiguration>({
  objectType: 'AWS::Lambda::EventSourceMapping',
  client: LambdaClient,
  sees: [...members, 'Enabled', 'FunctionName', 'Id', 'KmsKeyArn', 'StartingPositionTimestamp'],
  list: (client) =>
    pagesOf(
      paginateListEventSourceMappings({client, pageSize: 100}, {}),
      ({EventSourceMappings}) => EventSourceMappings,
    ),
  object,
})

function object(mapping: EventSourceMappingConfiguration): ServiceObject {
  const {UUID: id = '', EventSourceMappingArn: arn, State: state = ''} = mapping
  return {
    id,
    ...(arn === undefined ? {} : {arn}),
    ...(state === 'Deleting' ? {deleting: state} : {}),
    ...(state in enabled ? {} : {unseen: ['Enabled']}),
    properties: {
      Id: id,
      ...named(mapping, members),
      ...renamed(mapping),
      ...(state in enabled ? {Enabled: enabled[state] === true} : {}),
    },
  }
}

/** While it is being made or changed, the state does not tell. */
const enabled: Readonly<Record<string, boolean>> = {Enabled: true, Enabling: true, Disabled: false, Disabling: false}

/** Times are seconds since 1970 in CloudFormation. */
function renamed({
  FunctionArn,
  KMSKeyArn,
  SelfManagedEventSource,
  StartingPositionTimestamp,
}: EventSourceMappingConfiguration): JsonRecord {
  const servers = SelfManagedEventSource?.Endpoints?.KAFKA_BOOTSTRAP_SERVERS
  return {
    ...(FunctionArn === undefined ? {} : {FunctionName: FunctionArn}),
    ...(KMSKeyArn === undefined ? {} : {KmsKeyArn: KMSKeyArn}),
    ...(servers === undefined ? {} : {SelfManagedEventSource: {Endpoints: {KafkaBootstrapServers: servers}}}),
    ...(StartingPositionTimestamp === undefined
      ? {}
      : {StartingPositionTimestamp: StartingPositionTimestamp.getTime() / 1000}),
  }
}
