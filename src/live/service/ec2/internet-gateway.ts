import {paginateDescribeInternetGateways} from '@aws-sdk/client-ec2'

import {ec2InternetGateway} from '../../projectors/ec2-internet-gateway.ts'
import {described, pageSize} from './described.ts'

export const internetGateway = described({
  projector: ec2InternetGateway,
  pages: (client, input) => paginateDescribeInternetGateways({client, pageSize}, input),
  items: ({InternetGateways}) => InternetGateways,
  idFilter: 'internet-gateway-id',
})
