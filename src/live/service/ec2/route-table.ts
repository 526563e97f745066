import {paginateDescribeRouteTables} from '@aws-sdk/client-ec2'

import {ec2RouteTable} from '../../projectors/ec2-route-table.ts'
import {described} from './described.ts'

/** The filter for the identifier finds only tables that are associated with something, so all are listed. */
export const routeTable = described({
  projector: ec2RouteTable,
  pages: (client, input) => paginateDescribeRouteTables({client, pageSize: 100}, input),
  items: ({RouteTables}) => RouteTables,
})
