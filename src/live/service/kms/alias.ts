import {KMSClient, paginateListAliases, type AliasListEntry} from '@aws-sdk/client-kms'

import {createdAt, named, pagesOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'

/** Aliases have no tags. Those that AWS keeps for keys to come lead nowhere and are left out. */
export const alias = serviceType<KMSClient, AliasListEntry>({
  objectType: 'AWS::KMS::Alias',
  client: KMSClient,
  sees: ['AliasName', 'TargetKeyId'],
  list: (client) =>
    pagesOf(paginateListAliases({client, pageSize: 100}, {}), ({Aliases}) =>
      Aliases?.filter(({TargetKeyId}) => TargetKeyId !== undefined),
    ),
  object: (entry) => ({
    id: entry.AliasName ?? '',
    ...(entry.AliasArn === undefined ? {} : {arn: entry.AliasArn}),
    ...createdAt(entry.CreationDate),
    tags: {},
    properties: named(entry, ['AliasName', 'TargetKeyId']),
  }),
})
