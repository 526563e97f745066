import {
  ACMClient,
  DescribeCertificateCommand,
  KeyAlgorithm,
  paginateListCertificates,
  type CertificateDetail,
} from '@aws-sdk/client-acm'

import {acmCertificate} from '../../projectors/acm-certificate.ts'
import {createdAt, pagesOf, projected, seenBy} from '../answer.ts'
import {unless} from '../place.ts'
import {serviceType} from '../read-type.ts'

/** Without them, certificates with other keys than RSA of 2048 bits are not listed. */
const Includes = {keyTypes: Object.values(KeyAlgorithm)}

export const certificate = serviceType<ACMClient, CertificateDetail>({
  objectType: acmCertificate.objectType,
  client: ACMClient,
  sees: seenBy(acmCertificate),
  list: (client) =>
    pagesOf(paginateListCertificates({client, pageSize: 1000}, {Includes}), ({CertificateSummaryList}) =>
      CertificateSummaryList?.flatMap(({CertificateArn}) => CertificateArn ?? []),
    ),
  get: {
    size: 1,
    read: async (client, [CertificateArn]) => {
      const command = new DescribeCertificateCommand({CertificateArn})
      const answer = await unless(['ResourceNotFoundException'], client.send(command))
      return answer?.Certificate ? [answer.Certificate] : []
    },
  },
  object: (detail) => ({
    ...projected(acmCertificate, detail),
    ...(detail.CertificateArn === undefined ? {} : {arn: detail.CertificateArn}),
    ...createdAt(detail.CreatedAt ?? detail.ImportedAt),
  }),
})
