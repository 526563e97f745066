import {
  GetBucketLoggingCommand,
  GetBucketNotificationConfigurationCommand,
  GetBucketReplicationCommand,
  type Event,
  type NotificationConfigurationFilter,
  type ReplicationRule,
  type ReplicationRuleFilter,
} from '@aws-sdk/client-s3'

import type {Json} from '../../../model/value.ts'
import {setting, settled} from './setting.ts'

/** Where a bucket sends logs, events and copies. */
export const deliveryParts = [
  setting({
    shows: ['LoggingConfiguration'],
    ask: (client, Bucket) => client.send(new GetBucketLoggingCommand({Bucket})),
    properties: ({LoggingEnabled: logging}) => ({
      LoggingConfiguration: settled({
        DestinationBucketName: logging?.TargetBucket,
        LogFilePrefix: logging?.TargetPrefix,
        TargetGrants: logging?.TargetGrants,
        TargetObjectKeyFormat: logging?.TargetObjectKeyFormat,
      }),
    }),
  }),
  setting({
    shows: ['NotificationConfiguration'],
    ask: (client, Bucket) => client.send(new GetBucketNotificationConfigurationCommand({Bucket})),
    properties: (answer) => ({
      NotificationConfiguration: settled({
        EventBridgeConfiguration: answer.EventBridgeConfiguration ? {EventBridgeEnabled: true} : undefined,
        LambdaConfigurations: answer.LambdaFunctionConfigurations?.flatMap((each) =>
          entries(each, {Function: each.LambdaFunctionArn}),
        ),
        QueueConfigurations: answer.QueueConfigurations?.flatMap((each) => entries(each, {Queue: each.QueueArn})),
        TopicConfigurations: answer.TopicConfigurations?.flatMap((each) => entries(each, {Topic: each.TopicArn})),
      }),
    }),
  }),
  setting({
    shows: ['ReplicationConfiguration'],
    unset: ['ReplicationConfigurationNotFoundError'],
    ask: (client, Bucket) => client.send(new GetBucketReplicationCommand({Bucket})),
    properties: ({ReplicationConfiguration: replication}) => ({
      ReplicationConfiguration: settled({
        Role: replication?.Role,
        Rules: replication?.Rules?.map(replicationRule),
      }),
    }),
  }),
]

interface Notification {
  readonly Events?: readonly Event[] | undefined
  readonly Filter?: NotificationConfigurationFilter | undefined
}

/** One entry an event in CloudFormation. */
function entries({Events = [], Filter}: Notification, target: object): readonly (Json | undefined)[] {
  const rules = Filter?.Key?.FilterRules ?? []
  const S3Key = {Rules: rules.map(({Name, Value}) => ({Name: Name?.toLowerCase(), Value}))}
  return Events.map((event) => settled({Event: event, ...target, Filter: rules.length > 0 ? {S3Key} : undefined}))
}

function replicationRule({ID, Filter, ...rule}: ReplicationRule): Json | undefined {
  return settled({...rule, Id: ID, Filter: filterOf(Filter)})
}

function filterOf({Prefix, Tag, And}: ReplicationRuleFilter = {}): Json | undefined {
  if (And) return settled({And: settled({Prefix: And.Prefix, TagFilters: And.Tags})})
  return settled({Prefix, TagFilter: Tag})
}
