import {DescribeNodegroupCommand, EKSClient, paginateListNodegroups, type Nodegroup} from '@aws-sdk/client-eks'

import {capitalized, createdAt, pagesOf, tagsOf} from '../answer.ts'
import {unless} from '../place.ts'
import {serviceType} from '../read-type.ts'
import {gone, ofClusters, partsOf} from './clusters.ts'

const members = [
  'amiType',
  'capacityType',
  'clusterName',
  'diskSize',
  'instanceTypes',
  'labels',
  'launchTemplate',
  'nodeRepairConfig',
  'nodeRole',
  'nodegroupName',
  'releaseVersion',
  'remoteAccess',
  'scalingConfig',
  'subnets',
  'taints',
  'updateConfig',
  'version',
] as const

/** Not in AWS Config at all. */
export const nodegroup = serviceType<EKSClient, Nodegroup>({
  objectType: 'AWS::EKS::Nodegroup',
  client: EKSClient,
  sees: members.map((name) => name.charAt(0).toUpperCase() + name.slice(1)),
  list: (client) =>
    ofClusters(
      client,
      (clusterName) =>
        pagesOf(paginateListNodegroups({client, pageSize: 100}, {clusterName}), ({nodegroups}) => nodegroups),
      (cluster, name) => `${cluster}/${name}`,
    ),
  get: {
    size: 1,
    read: async (client, [id = '']) => {
      const [clusterName, nodegroupName] = partsOf(id, '/')
      const answer = await unless(gone, client.send(new DescribeNodegroupCommand({clusterName, nodegroupName})))
      return answer?.nodegroup ? [answer.nodegroup] : []
    },
  },
  object: (answer) => ({
    id: `${answer.clusterName}/${answer.nodegroupName}`,
    ...(answer.nodegroupArn === undefined ? {} : {arn: answer.nodegroupArn}),
    ...(answer.nodegroupName === undefined ? {} : {name: answer.nodegroupName}),
    ...(answer.status === 'DELETING' ? {deleting: answer.status} : {}),
    ...createdAt(answer.createdAt),
    tags: tagsOf(answer.tags ?? {}),
    properties: capitalized(answer, members, new Set(['labels'])),
  }),
})
