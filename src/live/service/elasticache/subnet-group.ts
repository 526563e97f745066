import {ElastiCacheClient, paginateDescribeCacheSubnetGroups, type CacheSubnetGroup} from '@aws-sdk/client-elasticache'

import {pagesOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'

/** Tags are the Tagging API's. */
export const subnetGroup = serviceType<ElastiCacheClient, CacheSubnetGroup>({
  objectType: 'AWS::ElastiCache::SubnetGroup',
  client: ElastiCacheClient,
  sees: ['CacheSubnetGroupName', 'Description', 'SubnetIds'],
  list: (client) =>
    pagesOf(paginateDescribeCacheSubnetGroups({client, pageSize: 100}, {}), ({CacheSubnetGroups}) => CacheSubnetGroups),
  object: ({ARN: arn, CacheSubnetGroupDescription: Description = '', CacheSubnetGroupName: id = '', Subnets = []}) => ({
    id,
    ...(arn === undefined ? {} : {arn}),
    properties: {
      CacheSubnetGroupName: id,
      Description,
      SubnetIds: Subnets.flatMap(({SubnetIdentifier}) => SubnetIdentifier ?? []),
    },
  }),
})
