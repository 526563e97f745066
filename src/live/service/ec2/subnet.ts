import {paginateDescribeSubnets} from '@aws-sdk/client-ec2'

import {ec2Subnet} from '../../projectors/ec2-subnet.ts'
import {described, pageSize} from './described.ts'

export const subnet = described({
  projector: ec2Subnet,
  pages: (client, input) => paginateDescribeSubnets({client, pageSize}, input),
  items: ({Subnets}) => Subnets,
  idFilter: 'subnet-id',
})
