import {
  DescribeAccessEntryCommand,
  EKSClient,
  paginateListAccessEntries,
  paginateListAssociatedAccessPolicies,
  type AccessEntry,
} from '@aws-sdk/client-eks'

import {capitalized, createdAt, pagesOf, tagsOf} from '../answer.ts'
import {unless} from '../place.ts'
import {serviceType} from '../read-type.ts'
import {gone, ofClusters, partsOf} from './clusters.ts'

const members = ['clusterName', 'kubernetesGroups', 'principalArn', 'type', 'username'] as const

export const accessEntry = serviceType<EKSClient, AccessEntry>({
  objectType: 'AWS::EKS::AccessEntry',
  client: EKSClient,
  sees: members.map((name) => name.charAt(0).toUpperCase() + name.slice(1)),
  list: (client) =>
    ofClusters(
      client,
      (clusterName) =>
        pagesOf(paginateListAccessEntries({client, pageSize: 100}, {clusterName}), ({accessEntries}) => accessEntries),
      (cluster, principal) => `${principal}|${cluster}`,
    ),
  get: {
    size: 1,
    read: async (client, [id = '']) => {
      const [principalArn, clusterName] = partsOf(id, '|')
      const answer = await unless(gone, client.send(new DescribeAccessEntryCommand({clusterName, principalArn})))
      return answer?.accessEntry ? [answer.accessEntry] : []
    },
  },
  object: (answer) => ({
    id: `${answer.principalArn}|${answer.clusterName}`,
    ...(answer.accessEntryArn === undefined ? {} : {arn: answer.accessEntryArn}),
    ...createdAt(answer.createdAt),
    tags: tagsOf(answer.tags ?? {}),
    properties: capitalized(answer, members),
  }),
  parts: [
    {
      shows: ['AccessPolicies'],
      read: async (client, [entry]) => {
        const input = {clusterName: entry?.clusterName, principalArn: entry?.principalArn}
        const pages = pagesOf(
          paginateListAssociatedAccessPolicies({client}, input),
          ({associatedAccessPolicies}) => associatedAccessPolicies,
        )
        const policies = (await Array.fromAsync(pages)).flat()
        return [
          {properties: {AccessPolicies: policies.map((policy) => capitalized(policy, ['accessScope', 'policyArn']))}},
        ]
      },
    },
  ],
})
