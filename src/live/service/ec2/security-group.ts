import {paginateDescribeSecurityGroups} from '@aws-sdk/client-ec2'

import {ec2SecurityGroup} from '../../projectors/ec2-security-group.ts'
import {described, pageSize} from './described.ts'

export const securityGroup = described({
  projector: ec2SecurityGroup,
  pages: (client, input) => paginateDescribeSecurityGroups({client, pageSize}, input),
  items: ({SecurityGroups}) => SecurityGroups,
  idFilter: 'group-id',
})
