import {DescribeVpnGatewaysCommand} from '@aws-sdk/client-ec2'

import {ec2VpnGateway} from '../../projectors/ec2-vpn-gateway.ts'
import {described, single} from './described.ts'

export const vpnGateway = described({
  projector: ec2VpnGateway,
  pages: (client, input) => single(client.send(new DescribeVpnGatewaysCommand(input))),
  items: ({VpnGateways}) => VpnGateways,
  idFilter: 'vpn-gateway-id',
})
