import {paginateDescribeClusterSubnetGroups, RedshiftClient, type ClusterSubnetGroup} from '@aws-sdk/client-redshift'

import {named, pagesOf, tagsOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'

export const clusterSubnetGroup = serviceType<RedshiftClient, ClusterSubnetGroup>({
  objectType: 'AWS::Redshift::ClusterSubnetGroup',
  client: RedshiftClient,
  sees: ['ClusterSubnetGroupName', 'Description', 'SubnetIds'],
  list: (client) =>
    pagesOf(
      paginateDescribeClusterSubnetGroups({client, pageSize: 100}, {}),
      ({ClusterSubnetGroups}) => ClusterSubnetGroups,
    ),
  object: (group, {location: {partition, account, region}}) => {
    const {ClusterSubnetGroupName: id = '', Subnets = []} = group
    return {
      id,
      arn: `arn:${partition}:redshift:${region}:${account}:subnetgroup:${id}`,
      tags: tagsOf(group.Tags),
      properties: {
        ...named(group, ['ClusterSubnetGroupName', 'Description']),
        SubnetIds: Subnets.flatMap(({SubnetIdentifier}) => SubnetIdentifier ?? []),
      },
    }
  },
})
