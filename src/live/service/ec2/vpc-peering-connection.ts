import {paginateDescribeVpcPeeringConnections} from '@aws-sdk/client-ec2'

import {ec2VpcPeeringConnection} from '../../projectors/ec2-vpc-peering-connection.ts'
import {described, pageSize} from './described.ts'

export const vpcPeeringConnection = described({
  projector: ec2VpcPeeringConnection,
  pages: (client, input) => paginateDescribeVpcPeeringConnections({client, pageSize}, input),
  items: ({VpcPeeringConnections}) => VpcPeeringConnections,
  idFilter: 'vpc-peering-connection-id',
})
