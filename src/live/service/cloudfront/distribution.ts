import {
  CloudFrontClient,
  GetDistributionCommand,
  ListTagsForResourceCommand,
  paginateListDistributions,
  type Distribution,
  type ViewerCertificate,
} from '@aws-sdk/client-cloudfront'

import {cloudfrontDistribution} from '../../projectors/cloudfront-distribution.ts'
import {pagesOf, projected, seenBy, tagsOf} from '../answer.ts'
import {unless} from '../place.ts'
import {serviceType} from '../read-type.ts'

/** The list leaves out logging and more. */
export const distribution = serviceType<CloudFrontClient, Distribution>({
  objectType: cloudfrontDistribution.objectType,
  client: CloudFrontClient,
  sees: seenBy(cloudfrontDistribution),
  list: (client) =>
    pagesOf(paginateListDistributions({client, pageSize: 100}, {}), ({DistributionList}) =>
      DistributionList?.Items?.flatMap(({Id}) => Id ?? []),
    ),
  get: {
    size: 1,
    read: async (client, [Id]) => {
      const answer = await unless(['NoSuchDistribution'], client.send(new GetDistributionCommand({Id})))
      return answer?.Distribution ? [answer.Distribution] : []
    },
  },
  object: (answer) => {
    const {ARN: arn, DistributionConfig: config} = answer
    const shaped = {
      ...answer,
      DistributionConfig: {...config, ViewerCertificate: certificate(config?.ViewerCertificate)},
    }
    return {...projected(cloudfrontDistribution, shaped), ...(arn === undefined ? {} : {arn})}
  },
  parts: [
    {
      shows: [],
      read: async (client, [answer]) => {
        const {Tags} = await client.send(new ListTagsForResourceCommand({Resource: answer?.ARN}))
        return [{tags: tagsOf(Tags?.Items)}]
      },
    },
  ],
})

/** Config and CloudFormation write these names in one case, the API in another. */
function certificate({ACMCertificateArn, IAMCertificateId, SSLSupportMethod, ...rest}: ViewerCertificate = {}): object {
  return {
    ...rest,
    AcmCertificateArn: ACMCertificateArn,
    IamCertificateId: IAMCertificateId,
    SslSupportMethod: SSLSupportMethod,
  }
}
