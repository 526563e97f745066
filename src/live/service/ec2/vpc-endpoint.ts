import {paginateDescribeVpcEndpoints} from '@aws-sdk/client-ec2'

import {ec2VpcEndpoint} from '../../projectors/ec2-vpc-endpoint.ts'
import {described, pageSize} from './described.ts'

export const vpcEndpoint = described({
  projector: ec2VpcEndpoint,
  pages: (client, input) => paginateDescribeVpcEndpoints({client, pageSize}, input),
  items: ({VpcEndpoints}) => VpcEndpoints,
  idFilter: 'vpc-endpoint-id',
})
