import {paginateDescribeFlowLogs} from '@aws-sdk/client-ec2'

import {ec2FlowLog} from '../../projectors/ec2-flow-log.ts'
import {described, pageSize} from './described.ts'

export const flowLog = described({
  projector: ec2FlowLog,
  // As for NAT gateways, the filters are named in the singular.
  pages: (client, {Filters}) => paginateDescribeFlowLogs({client, pageSize}, Filters ? {Filter: Filters} : {}),
  items: ({FlowLogs}) => FlowLogs,
  idFilter: 'flow-log-id',
})
