import {paginateDescribeNetworkAcls} from '@aws-sdk/client-ec2'

import {ec2NetworkAcl} from '../../projectors/ec2-network-acl.ts'
import {described, pageSize} from './described.ts'

export const networkAcl = described({
  projector: ec2NetworkAcl,
  pages: (client, input) => paginateDescribeNetworkAcls({client, pageSize}, input),
  items: ({NetworkAcls}) => NetworkAcls,
  idFilter: 'network-acl-id',
})
