import {
  DescribeStreamSummaryCommand,
  KinesisClient,
  paginateListStreams,
  type StreamDescriptionSummary,
} from '@aws-sdk/client-kinesis'

import type {JsonRecord} from '../../projectors/projector.ts'
import {createdAt, named, pagesOf} from '../answer.ts'
import {unless} from '../place.ts'
import {serviceType} from '../read-type.ts'

export const stream = serviceType<KinesisClient, StreamDescriptionSummary>({
  objectType: 'AWS::Kinesis::Stream',
  client: KinesisClient,
  sees: [
    'Arn',
    'DesiredShardLevelMetrics',
    'MaxRecordSizeInKiB',
    'Name',
    'RetentionPeriodHours',
    'ShardCount',
    'StreamEncryption',
    'StreamModeDetails',
  ],
  list: (client) => pagesOf(paginateListStreams({client}, {}), ({StreamNames}) => StreamNames),
  get: {
    size: 1,
    read: async (client, [StreamName]) => {
      const command = new DescribeStreamSummaryCommand({StreamName})
      const answer = await unless(['ResourceNotFoundException'], client.send(command))
      return answer?.StreamDescriptionSummary ? [answer.StreamDescriptionSummary] : []
    },
  },
  object: (summary) => ({
    id: summary.StreamName ?? '',
    ...(summary.StreamARN === undefined ? {} : {arn: summary.StreamARN}),
    ...(summary.StreamStatus === 'DELETING' ? {deleting: summary.StreamStatus} : {}),
    ...createdAt(summary.StreamCreationTimestamp),
    properties: {
      ...named(summary, ['MaxRecordSizeInKiB', 'RetentionPeriodHours', 'StreamModeDetails']),
      ...renamed(summary),
    },
  }),
})

function renamed(summary: StreamDescriptionSummary): JsonRecord {
  const {EncryptionType, EnhancedMonitoring = [], OpenShardCount, StreamARN = '', StreamName = ''} = summary
  return {
    Arn: StreamARN,
    Name: StreamName,
    DesiredShardLevelMetrics: EnhancedMonitoring.flatMap(({ShardLevelMetrics = []}) => ShardLevelMetrics),
    ...(OpenShardCount === undefined ? {} : {ShardCount: OpenShardCount}),
    ...(EncryptionType === 'KMS' ? {StreamEncryption: named(summary, ['EncryptionType', 'KeyId'])} : {}),
  }
}
