import {
  CloudFrontClient,
  paginateListCloudFrontOriginAccessIdentities,
  type CloudFrontOriginAccessIdentitySummary,
} from '@aws-sdk/client-cloudfront'

import {named, pagesOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'

/** Access identities have no tags. */
export const originAccessIdentity = serviceType<CloudFrontClient, CloudFrontOriginAccessIdentitySummary>({
  objectType: 'AWS::CloudFront::CloudFrontOriginAccessIdentity',
  client: CloudFrontClient,
  sees: ['CloudFrontOriginAccessIdentityConfig', 'Id', 'S3CanonicalUserId'],
  list: (client) =>
    pagesOf(
      paginateListCloudFrontOriginAccessIdentities({client, pageSize: 100}, {}),
      ({CloudFrontOriginAccessIdentityList}) => CloudFrontOriginAccessIdentityList?.Items,
    ),
  object: (summary) => ({
    id: summary.Id ?? '',
    tags: {},
    properties: {
      CloudFrontOriginAccessIdentityConfig: named(summary, ['Comment']),
      ...named(summary, ['Id', 'S3CanonicalUserId']),
    },
  }),
})
