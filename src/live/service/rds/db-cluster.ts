import {paginateDescribeDBClusters, RDSClient, type DBCluster} from '@aws-sdk/client-rds'

import {rdsDbCluster} from '../../projectors/rds-db-cluster.ts'
import {createdAt, pagesOf, projected, seenBy, tagsOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'
import {isOfRds, pageSize} from './engines.ts'

export const dbCluster = serviceType<RDSClient, DBCluster>({
  objectType: rdsDbCluster.objectType,
  client: RDSClient,
  sees: seenBy(rdsDbCluster),
  list: (client) =>
    pagesOf(paginateDescribeDBClusters({client, pageSize}, {}), ({DBClusters}) => DBClusters?.filter(isOfRds)),
  get: {
    size: pageSize,
    read: async (client, ids) => {
      const Filters = [{Name: 'db-cluster-id', Values: [...ids]}]
      const pages = pagesOf(paginateDescribeDBClusters({client, pageSize}, {Filters}), ({DBClusters}) => DBClusters)
      return (await Array.fromAsync(pages)).flat()
    },
  },
  object: (cluster) => {
    const {DBClusterArn: arn, ClusterCreateTime} = cluster
    // What the service leaves out is not set, where it may be missing from a recording.
    const {unseen: _, ...object} = projected(rdsDbCluster, cluster)
    return {
      ...object,
      tags: tagsOf(cluster.TagList),
      ...(arn === undefined ? {} : {arn}),
      ...createdAt(ClusterCreateTime),
    }
  },
})
