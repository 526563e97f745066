import {
  CloudFrontClient,
  paginateListOriginAccessControls,
  type OriginAccessControlSummary,
} from '@aws-sdk/client-cloudfront'

import {named, pagesOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'

const members = ['Description', 'Name', 'OriginAccessControlOriginType', 'SigningBehavior', 'SigningProtocol'] as const

/** Access controls have no tags. */
export const originAccessControl = serviceType<CloudFrontClient, OriginAccessControlSummary>({
  objectType: 'AWS::CloudFront::OriginAccessControl',
  client: CloudFrontClient,
  sees: ['Id', 'OriginAccessControlConfig'],
  list: (client) =>
    pagesOf(
      paginateListOriginAccessControls({client, pageSize: 100}, {}),
      ({OriginAccessControlList}) => OriginAccessControlList?.Items,
    ),
  object: (summary) => ({
    id: summary.Id ?? '',
    tags: {},
    properties: {Id: summary.Id ?? '', OriginAccessControlConfig: named(summary, members)},
  }),
})
