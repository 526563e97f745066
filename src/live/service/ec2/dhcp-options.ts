import {paginateDescribeDhcpOptions} from '@aws-sdk/client-ec2'

import {ec2DhcpOptions} from '../../projectors/ec2-dhcp-options.ts'
import {described, pageSize} from './described.ts'

export const dhcpOptions = described({
  projector: ec2DhcpOptions,
  pages: (client, input) => paginateDescribeDhcpOptions({client, pageSize}, input),
  items: ({DhcpOptions}) => DhcpOptions,
  idFilter: 'dhcp-options-id',
})
