import {recordsAt, said, textAt} from './document.ts'
import type {JsonRecord, Projector} from './projector.ts'

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InternetGateway.html */
export const ec2InternetGateway: Projector = {
  objectType: 'AWS::EC2::InternetGateway',
  sees: ['VpcId'],
  project: ({resourceId, configuration}) => ({
    id: textAt(configuration, 'internetGatewayId') ?? resourceId,
    properties: said({VpcId: attachedVpc(configuration, 'attachments')}),
  }),
}

/** The VPC that a gateway is attached to, internet and VPN gateways alike: one that it left stays listed for a while. */
export function attachedVpc(gateway: JsonRecord, key: string): string | undefined {
  return recordsAt(gateway, key)
    .filter(({state}) => state !== 'detached' && state !== 'detaching')
    .flatMap((attachment) => textAt(attachment, 'vpcId') ?? [])
    .at(0)
}
