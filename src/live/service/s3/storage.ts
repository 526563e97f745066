import {
  GetBucketAccelerateConfigurationCommand,
  GetBucketEncryptionCommand,
  GetBucketRequestPaymentCommand,
  GetBucketVersioningCommand,
  GetBucketWebsiteCommand,
  GetObjectLockConfigurationCommand,
} from '@aws-sdk/client-s3'

import {setting, settled} from './setting.ts'

/** How a bucket keeps and serves objects. */
export const storageParts = [
  setting({
    shows: ['AccelerateConfiguration'],
    // Regions without transfer acceleration.
    unset: ['MethodNotAllowed', 'UnsupportedArgument', 'UnsupportedOperation'],
    ask: (client, Bucket) => client.send(new GetBucketAccelerateConfigurationCommand({Bucket})),
    properties: ({Status}) => ({AccelerateConfiguration: settled({AccelerationStatus: Status})}),
  }),
  setting({
    shows: ['BucketEncryption'],
    unset: ['ServerSideEncryptionConfigurationNotFoundError'],
    ask: (client, Bucket) => client.send(new GetBucketEncryptionCommand({Bucket})),
    properties: ({ServerSideEncryptionConfiguration}) => ({
      BucketEncryption: settled({
        ServerSideEncryptionConfiguration: ServerSideEncryptionConfiguration?.Rules?.map((rule) => {
          const {ApplyServerSideEncryptionByDefault: byDefault, BlockedEncryptionTypes, BucketKeyEnabled} = rule
          return settled({BlockedEncryptionTypes, BucketKeyEnabled, ServerSideEncryptionByDefault: byDefault})
        }),
      }),
    }),
  }),
  setting({
    shows: ['ObjectLockConfiguration', 'ObjectLockEnabled'],
    unset: ['ObjectLockConfigurationNotFoundError', 'MethodNotAllowed'],
    ask: (client, Bucket) => client.send(new GetObjectLockConfigurationCommand({Bucket})),
    properties: ({ObjectLockConfiguration: lock}) => ({
      ObjectLockConfiguration: settled(lock),
      ObjectLockEnabled: lock?.ObjectLockEnabled === 'Enabled',
    }),
  }),
  setting({
    shows: ['RequestPaymentConfiguration'],
    ask: (client, Bucket) => client.send(new GetBucketRequestPaymentCommand({Bucket})),
    properties: ({Payer}) => ({RequestPaymentConfiguration: settled({Payer})}),
  }),
  setting({
    shows: ['VersioningConfiguration'],
    ask: (client, Bucket) => client.send(new GetBucketVersioningCommand({Bucket})),
    properties: ({MFADelete, Status}) => ({VersioningConfiguration: settled({MFADelete, Status})}),
  }),
  setting({
    shows: ['WebsiteConfiguration'],
    unset: ['NoSuchWebsiteConfiguration'],
    ask: (client, Bucket) => client.send(new GetBucketWebsiteCommand({Bucket})),
    properties: ({ErrorDocument, IndexDocument, RedirectAllRequestsTo, RoutingRules}) => ({
      WebsiteConfiguration: settled({
        ErrorDocument: ErrorDocument?.Key,
        IndexDocument: IndexDocument?.Suffix,
        RedirectAllRequestsTo,
        RoutingRules: RoutingRules?.map(({Condition, Redirect}) => ({
          RedirectRule: settled(Redirect) ?? {},
          RoutingRuleCondition: settled(Condition),
        })),
      }),
    }),
  }),
]
