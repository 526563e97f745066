import {
  GetBucketAclCommand,
  GetBucketCorsCommand,
  GetBucketOwnershipControlsCommand,
  GetBucketPolicyCommand,
  GetPublicAccessBlockCommand,
  type Grant,
} from '@aws-sdk/client-s3'

import {parseDocument} from '../../../catalog/normalizers/json-text.ts'
import type {JsonRecord} from '../../projectors/projector.ts'
import {plain} from '../answer.ts'
import {setting, settled} from './setting.ts'

/** Who may do what with a bucket. */
export const accessParts = [
  setting({
    shows: ['AccessControlPolicy'],
    ask: (client, Bucket) => client.send(new GetBucketAclCommand({Bucket})),
    properties: ({Owner, Grants = []}) => ({
      AccessControlPolicy: {Owner: plain({ID: Owner?.ID}), Grants: Grants.map(grantOf)},
    }),
  }),
  setting({
    shows: ['BucketPolicy'],
    unset: ['NoSuchBucketPolicy'],
    ask: (client, Bucket) => client.send(new GetBucketPolicyCommand({Bucket})),
    properties: ({Policy}) => ({BucketPolicy: Policy ? {PolicyDocument: parseDocument(Policy)} : undefined}),
  }),
  setting({
    shows: ['CorsConfiguration'],
    unset: ['NoSuchCORSConfiguration'],
    ask: (client, Bucket) => client.send(new GetBucketCorsCommand({Bucket})),
    properties: ({CORSRules}) => ({
      CorsConfiguration: settled({
        CorsRules: CORSRules?.map(({ID, ExposeHeaders, MaxAgeSeconds, ...rule}) =>
          settled({...rule, ExposedHeaders: ExposeHeaders, Id: ID, MaxAge: MaxAgeSeconds}),
        ),
      }),
    }),
  }),
  setting({
    shows: ['OwnershipControls'],
    unset: ['OwnershipControlsNotFoundError'],
    ask: (client, Bucket) => client.send(new GetBucketOwnershipControlsCommand({Bucket})),
    properties: ({OwnershipControls}) => ({OwnershipControls: settled(OwnershipControls)}),
  }),
  setting({
    shows: ['PublicAccessBlockConfiguration'],
    unset: ['NoSuchPublicAccessBlockConfiguration'],
    ask: (client, Bucket) => client.send(new GetPublicAccessBlockCommand({Bucket})),
    properties: ({PublicAccessBlockConfiguration}) => ({
      PublicAccessBlockConfiguration: settled(PublicAccessBlockConfiguration),
    }),
  }),
]

/** Without the display names, which S3 no longer gives everywhere. */
function grantOf({Grantee, Permission}: Grant): JsonRecord {
  const {ID, URI, EmailAddress} = Grantee ?? {}
  return plain({Grantee: plain({ID, URI, EmailAddress}), Permission}) as JsonRecord
}
