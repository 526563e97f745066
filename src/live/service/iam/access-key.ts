import {IAMClient, paginateListAccessKeys, paginateListUsers, type AccessKeyMetadata} from '@aws-sdk/client-iam'

import {createdAt, named, pagesOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'

/** Who has which keys, user by user: their secrets are in no answer. */
export const accessKey = serviceType<IAMClient, AccessKeyMetadata>({
  objectType: 'AWS::IAM::AccessKey',
  client: IAMClient,
  sees: ['Id', 'Status', 'UserName'],
  async *list(client) {
    for await (const users of pagesOf(paginateListUsers({client, pageSize: 1000}, {}), ({Users}) => Users)) {
      for (const {UserName} of users) {
        yield* pagesOf(paginateListAccessKeys({client}, {UserName}), ({AccessKeyMetadata}) => AccessKeyMetadata)
      }
    }
  },
  object: (key) => ({
    id: key.AccessKeyId ?? '',
    ...createdAt(key.CreateDate),
    tags: {},
    properties: {Id: key.AccessKeyId ?? '', ...named(key, ['Status', 'UserName'])},
  }),
})
