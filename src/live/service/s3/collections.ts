import {
  ListBucketAnalyticsConfigurationsCommand,
  ListBucketIntelligentTieringConfigurationsCommand,
  ListBucketInventoryConfigurationsCommand,
  ListBucketMetricsConfigurationsCommand,
  type AnalyticsS3BucketDestination,
  type InventoryS3BucketDestination,
  type Tag,
} from '@aws-sdk/client-s3'

import type {Json} from '../../../model/value.ts'
import {tokenPages} from '../answer.ts'
import {setting, settled} from './setting.ts'

/** Configurations of which a bucket may have many. */
export const collectionParts = [
  setting({
    shows: ['AnalyticsConfigurations'],
    ask: (client, Bucket) =>
      all(async (ContinuationToken) => {
        const answer = await client.send(new ListBucketAnalyticsConfigurationsCommand({Bucket, ContinuationToken}))
        return {...answer, items: answer.AnalyticsConfigurationList}
      }),
    properties: (list) => ({
      AnalyticsConfigurations: list.map(({Filter, Id, StorageClassAnalysis}) => {
        const {Destination, ...exported} = StorageClassAnalysis?.DataExport ?? {}
        const target = settled({...exported, Destination: destination(Destination?.S3BucketDestination)})
        return settled({Id, ...filterOf(Filter), StorageClassAnalysis: settled({DataExport: target}) ?? {}}) ?? null
      }),
    }),
  }),
  setting({
    shows: ['IntelligentTieringConfigurations'],
    ask: (client, Bucket) =>
      all(async (ContinuationToken) => {
        const command = new ListBucketIntelligentTieringConfigurationsCommand({Bucket, ContinuationToken})
        const answer = await client.send(command)
        return {...answer, items: answer.IntelligentTieringConfigurationList}
      }),
    properties: (list) => ({
      IntelligentTieringConfigurations: list.map(
        ({Filter, Id, Status, Tierings}) => settled({Id, Status, Tierings, ...filterOf(Filter)}) ?? null,
      ),
    }),
  }),
  setting({
    shows: ['InventoryConfigurations'],
    ask: (client, Bucket) =>
      all(async (ContinuationToken) => {
        const answer = await client.send(new ListBucketInventoryConfigurationsCommand({Bucket, ContinuationToken}))
        return {...answer, items: answer.InventoryConfigurationList}
      }),
    properties: (list) => ({
      InventoryConfigurations: list.map(
        ({Destination, Filter, IsEnabled, Schedule, ...rest}) =>
          settled({
            ...rest,
            ...filterOf(Filter),
            Destination: destination(Destination?.S3BucketDestination),
            Enabled: IsEnabled,
            ScheduleFrequency: Schedule?.Frequency,
          }) ?? null,
      ),
    }),
  }),
  setting({
    shows: ['MetricsConfigurations'],
    ask: (client, Bucket) =>
      all(async (ContinuationToken) => {
        const answer = await client.send(new ListBucketMetricsConfigurationsCommand({Bucket, ContinuationToken}))
        return {...answer, items: answer.MetricsConfigurationList}
      }),
    properties: (list) => ({
      MetricsConfigurations: list.map(({Filter, Id}) => settled({Id, ...filterOf(Filter)}) ?? null),
    }),
  }),
]

interface Page<T> {
  readonly items?: readonly T[] | undefined
  readonly IsTruncated?: boolean | undefined
  readonly NextContinuationToken?: string | undefined
}

/** All pages; the SDK has no paginator for these. */
async function all<T>(ask: (token: string | undefined) => Promise<Page<T>>): Promise<readonly T[]> {
  const pages = tokenPages(ask, ({IsTruncated, NextContinuationToken}) =>
    IsTruncated ? NextContinuationToken : undefined,
  )
  return (await Array.fromAsync(pages)).flatMap(({items = []}) => items)
}

interface Criteria {
  readonly Prefix?: string | undefined
  readonly Tag?: Tag | undefined
  readonly AccessPointArn?: string | undefined
  readonly And?:
    | {
        readonly Prefix?: string | undefined
        readonly Tags?: Tag[] | undefined
        readonly AccessPointArn?: string | undefined
      }
    | undefined
}

/** In CloudFormation the criteria stand beside the other members. */
function filterOf({Prefix, Tag: tag, AccessPointArn, And}: Criteria = {}): object {
  if (And) return {AccessPointArn: And.AccessPointArn, Prefix: And.Prefix, TagFilters: And.Tags}
  return {AccessPointArn, Prefix, TagFilters: tag ? [tag] : undefined}
}

function destination(
  target: AnalyticsS3BucketDestination | InventoryS3BucketDestination | undefined,
): Json | undefined {
  if (target === undefined) return undefined
  const account =
    'AccountId' in target ? target.AccountId : 'BucketAccountId' in target ? target.BucketAccountId : undefined
  return settled({BucketAccountId: account, BucketArn: target.Bucket, Format: target.Format, Prefix: target.Prefix})
}
