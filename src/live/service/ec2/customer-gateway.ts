import {DescribeCustomerGatewaysCommand} from '@aws-sdk/client-ec2'

import {ec2CustomerGateway} from '../../projectors/ec2-customer-gateway.ts'
import {tagged} from '../answer.ts'
import {described, single} from './described.ts'

export const customerGateway = described({
  projector: ec2CustomerGateway,
  alsoSees: ['BgpAsnExtended'],
  pages: (client, input) => single(client.send(new DescribeCustomerGatewaysCommand(input))),
  items: ({CustomerGateways}) => CustomerGateways,
  idFilter: 'customer-gateway-id',
  object: (gateway) => {
    const object = tagged(ec2CustomerGateway, gateway)
    const {BgpAsnExtended: extended} = gateway
    return extended === undefined ? object : {...object, properties: {...object.properties, BgpAsnExtended: extended}}
  },
})
