import {paginateDescribeEgressOnlyInternetGateways} from '@aws-sdk/client-ec2'

import {ec2EgressOnlyInternetGateway} from '../../projectors/ec2-egress-only-internet-gateway.ts'
import {described} from './described.ts'

export const egressOnlyInternetGateway = described({
  projector: ec2EgressOnlyInternetGateway,
  pages: (client) => paginateDescribeEgressOnlyInternetGateways({client, pageSize: 255}, {}),
  items: ({EgressOnlyInternetGateways}) => EgressOnlyInternetGateways,
})
