import {paginateDescribeNetworkInterfaces} from '@aws-sdk/client-ec2'

import {ec2NetworkInterface} from '../../projectors/ec2-network-interface.ts'
import {described, pageSize} from './described.ts'

export const networkInterface = described({
  projector: ec2NetworkInterface,
  pages: (client, input) => paginateDescribeNetworkInterfaces({client, pageSize}, input),
  items: ({NetworkInterfaces}) => NetworkInterfaces,
  idFilter: 'network-interface-id',
})
