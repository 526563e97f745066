import {
  DescribeDomainCommand,
  paginateListDomains,
  SageMakerClient,
  type DescribeDomainCommandOutput,
} from '@aws-sdk/client-sagemaker'

import {createdAt, named, pagesOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'
import {found} from './described.ts'

const members = [
  'AppNetworkAccessType',
  'AppSecurityGroupManagement',
  'AuthMode',
  'DefaultSpaceSettings',
  'DefaultUserSettings',
  'DomainArn',
  'DomainId',
  'DomainName',
  'DomainSettings',
  'KmsKeyId',
  'SubnetIds',
  'TagPropagation',
  'VpcId',
] as const

export const domain = serviceType<SageMakerClient, Omit<DescribeDomainCommandOutput, '$metadata'>>({
  objectType: 'AWS::SageMaker::Domain',
  client: SageMakerClient,
  sees: [...members],
  list: (client) =>
    pagesOf(paginateListDomains({client, pageSize: 100}, {}), ({Domains}) =>
      Domains?.flatMap(({DomainId}) => DomainId ?? []),
    ),
  get: {
    size: 1,
    read: async (client, [id = '']) => found(client.send(new DescribeDomainCommand({DomainId: id}))),
  },
  object: (answer) => ({
    id: answer.DomainId ?? '',
    ...(answer.DomainArn === undefined ? {} : {arn: answer.DomainArn}),
    ...(answer.Status === 'Deleting' ? {deleting: answer.Status} : {}),
    ...createdAt(answer.CreationTime),
    properties: {...named(answer, members)},
  }),
})
