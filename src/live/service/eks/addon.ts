import {DescribeAddonCommand, EKSClient, paginateListAddons, type Addon} from '@aws-sdk/client-eks'

import {capitalized, createdAt, pagesOf, tagsOf} from '../answer.ts'
import {unless} from '../place.ts'
import {serviceType} from '../read-type.ts'
import {gone, ofClusters, partsOf} from './clusters.ts'

const members = [
  'addonName',
  'addonVersion',
  'clusterName',
  'configurationValues',
  'namespaceConfig',
  'serviceAccountRoleArn',
] as const

export const addon = serviceType<EKSClient, Addon>({
  objectType: 'AWS::EKS::Addon',
  client: EKSClient,
  sees: members.map((name) => name.charAt(0).toUpperCase() + name.slice(1)),
  list: (client) =>
    ofClusters(
      client,
      (clusterName) => pagesOf(paginateListAddons({client, pageSize: 100}, {clusterName}), ({addons}) => addons),
      (cluster, name) => `${cluster}|${name}`,
    ),
  get: {
    size: 1,
    read: async (client, [id = '']) => {
      const [clusterName, addonName] = partsOf(id, '|')
      const answer = await unless(gone, client.send(new DescribeAddonCommand({clusterName, addonName})))
      return answer?.addon ? [answer.addon] : []
    },
  },
  object: (answer) => ({
    id: `${answer.clusterName}|${answer.addonName}`,
    ...(answer.addonArn === undefined ? {} : {arn: answer.addonArn}),
    ...(answer.addonName === undefined ? {} : {name: answer.addonName}),
    ...(answer.status === 'DELETING' ? {deleting: answer.status} : {}),
    ...createdAt(answer.createdAt),
    tags: tagsOf(answer.tags ?? {}),
    properties: capitalized(answer, members),
  }),
})
