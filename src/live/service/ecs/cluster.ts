import {DescribeClustersCommand, ECSClient, type Cluster} from '@aws-sdk/client-ecs'

import {capitalized, tagsOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'
import {clusterArns, nameOf} from './clusters.ts'

const members = ['capacityProviders', 'clusterName', 'configuration', 'defaultCapacityProviderStrategy'] as const

export const cluster = serviceType<ECSClient, Cluster>({
  objectType: 'AWS::ECS::Cluster',
  client: ECSClient,
  sees: [
    'CapacityProviders',
    'ClusterName',
    'ClusterSettings',
    'Configuration',
    'DefaultCapacityProviderStrategy',
    'ServiceConnectDefaults',
  ],
  async *list(client) {
    for await (const arns of clusterArns(client)) yield arns.map(nameOf)
  },
  get: {
    size: 100,
    read: async (client, names) => {
      const include = ['SETTINGS' as const, 'CONFIGURATIONS' as const, 'TAGS' as const]
      const {clusters = []} = await client.send(new DescribeClustersCommand({clusters: [...names], include}))
      // Deleted clusters stay known for a while.
      return clusters.filter(({status}) => status !== 'INACTIVE')
    },
  },
  object: (answer) => ({
    id: answer.clusterName ?? '',
    ...(answer.clusterArn === undefined ? {} : {arn: answer.clusterArn}),
    tags: tagsOf(answer.tags),
    properties: {
      ...capitalized(answer, members),
      ClusterSettings: answer.settings?.map((setting) => capitalized(setting, ['name', 'value'])) ?? [],
      ...(answer.serviceConnectDefaults === undefined
        ? {}
        : {ServiceConnectDefaults: capitalized(answer.serviceConnectDefaults, ['namespace'])}),
    },
  }),
})
