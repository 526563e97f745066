import {paginateDescribeDBSubnetGroups, RDSClient, type DBSubnetGroup} from '@aws-sdk/client-rds'

import {rdsDbSubnetGroup} from '../../projectors/rds-db-subnet-group.ts'
import {pagesOf, projected, seenBy} from '../answer.ts'
import {serviceType} from '../read-type.ts'
import {pageSize} from './engines.ts'

export const dbSubnetGroup = serviceType<RDSClient, DBSubnetGroup>({
  objectType: rdsDbSubnetGroup.objectType,
  client: RDSClient,
  sees: seenBy(rdsDbSubnetGroup),
  list: (client) =>
    pagesOf(paginateDescribeDBSubnetGroups({client, pageSize}, {}), ({DBSubnetGroups}) => DBSubnetGroups),
  object: (group) => ({
    ...projected(rdsDbSubnetGroup, group),
    ...(group.DBSubnetGroupArn === undefined ? {} : {arn: group.DBSubnetGroupArn}),
  }),
})
