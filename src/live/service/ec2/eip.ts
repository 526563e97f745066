import {DescribeAddressesCommand} from '@aws-sdk/client-ec2'

import {ec2Eip} from '../../projectors/ec2-eip.ts'
import {described, single} from './described.ts'

/** Elastic addresses have no pages: an account has few. */
export const eip = described({
  projector: ec2Eip,
  pages: (client, input) => single(client.send(new DescribeAddressesCommand(input))),
  items: ({Addresses}) => Addresses,
  idFilter: 'allocation-id',
  filterValue: (id) => id.split('|').at(-1) ?? id,
})
