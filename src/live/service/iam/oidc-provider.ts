import {
  GetOpenIDConnectProviderCommand,
  IAMClient,
  ListOpenIDConnectProvidersCommand,
  type GetOpenIDConnectProviderCommandOutput,
} from '@aws-sdk/client-iam'

import {createdAt, tagsOf} from '../answer.ts'
import {unless} from '../place.ts'
import {serviceType} from '../read-type.ts'

interface Provider extends Omit<GetOpenIDConnectProviderCommandOutput, '$metadata'> {
  readonly arn: string
}

export const oidcProvider = serviceType<IAMClient, Provider>({
  objectType: 'AWS::IAM::OIDCProvider',
  client: IAMClient,
  sees: ['Arn', 'ClientIdList', 'ThumbprintList', 'Url'],
  async *list(client) {
    const {OpenIDConnectProviderList} = await client.send(new ListOpenIDConnectProvidersCommand({}))
    yield OpenIDConnectProviderList?.flatMap(({Arn}) => Arn ?? []) ?? []
  },
  get: {
    size: 1,
    read: async (client, [arn = '']) => {
      const command = new GetOpenIDConnectProviderCommand({OpenIDConnectProviderArn: arn})
      const provider = await unless(['NoSuchEntityException', 'NoSuchEntity'], client.send(command))
      return provider ? [{...provider, arn}] : []
    },
  },
  object: ({arn, Url, ClientIDList, ThumbprintList, CreateDate, Tags}) => ({
    id: arn,
    arn,
    ...createdAt(CreateDate),
    tags: tagsOf(Tags),
    properties: {
      Arn: arn,
      ClientIdList: ClientIDList ?? [],
      ThumbprintList: ThumbprintList ?? [],
      ...(Url === undefined ? {} : {Url}),
    },
  }),
})
