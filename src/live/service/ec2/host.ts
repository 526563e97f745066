import {paginateDescribeHosts} from '@aws-sdk/client-ec2'

import {ec2Host} from '../../projectors/ec2-host.ts'
import {described} from './described.ts'

export const host = described({
  projector: ec2Host,
  pages: (client) => paginateDescribeHosts({client, pageSize: 500}, {}),
  items: ({Hosts}) => Hosts,
})
