import {DescribeClusterCommand, EKSClient, type Cluster} from '@aws-sdk/client-eks'

import {eksCluster} from '../../projectors/eks-cluster.ts'
import {createdAt, named, plain, seenBy, tagsOf} from '../answer.ts'
import {unless} from '../place.ts'
import {serviceType} from '../read-type.ts'
import {clusterNames, gone} from './clusters.ts'

const members = [
  'accessConfig',
  'computeConfig',
  'controlPlaneScalingConfig',
  'deletionProtection',
  'encryptionConfig',
  'kubernetesNetworkConfig',
  'logging',
  'name',
  'outpostConfig',
  'remoteNetworkConfig',
  'resourcesVpcConfig',
  'roleArn',
  'storageConfig',
  'upgradePolicy',
  'version',
  'zonalShiftConfig',
] as const

export const cluster = serviceType<EKSClient, Cluster>({
  objectType: eksCluster.objectType,
  client: EKSClient,
  sees: seenBy(eksCluster),
  list: clusterNames,
  get: {
    size: 1,
    read: async (client, [name]) => {
      const answer = await unless(gone, client.send(new DescribeClusterCommand({name})))
      return answer?.cluster ? [answer.cluster] : []
    },
  },
  object: (answer) => ({
    ...eksCluster.project({resourceId: '', configuration: named(answer, members), supplementary: {}}),
    ...(answer.status === 'DELETING' ? {deleting: answer.status} : {}),
    ...(answer.arn === undefined ? {} : {arn: answer.arn}),
    ...createdAt(answer.createdAt),
    tags: tagsOf(plain(answer.tags ?? {})),
  }),
})
