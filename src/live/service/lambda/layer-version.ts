import {GetLayerVersionByArnCommand, LambdaClient, type GetLayerVersionCommandOutput} from '@aws-sdk/client-lambda'

import {createdAt, named} from '../answer.ts'
import {unless} from '../place.ts'
import {serviceType} from '../read-type.ts'

const members = [
  'CompatibleArchitectures',
  'CompatibleRuntimes',
  'Description',
  'LayerVersionArn',
  'LicenseInfo',
] as const

type Version = Partial<Omit<GetLayerVersionCommandOutput, '$metadata'>>

/** One by one: most of what a list would show are former versions, which nobody declares any more. Versions have no tags. */
export const layerVersion = serviceType<LambdaClient, Version>({
  objectType: 'AWS::Lambda::LayerVersion',
  client: LambdaClient,
  sees: [...members, 'LayerName'],
  get: {
    size: 1,
    read: async (client, [Arn]) => {
      const answer = await unless(['ResourceNotFoundException'], client.send(new GetLayerVersionByArnCommand({Arn})))
      return answer ? [answer] : []
    },
  },
  object: (version) => {
    const {LayerVersionArn: arn = ''} = version
    return {
      id: arn,
      arn,
      tags: {},
      ...createdAt(version.CreatedDate),
      properties: {LayerName: version.LayerArn?.split(':').at(-1) ?? '', ...named(version, members)},
    }
  },
})
