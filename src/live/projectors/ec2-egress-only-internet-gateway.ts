import {said, textAt} from './document.ts'
import {attachedVpc} from './ec2-internet-gateway.ts'
import type {Projector} from './projector.ts'

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EgressOnlyInternetGateway.html */
export const ec2EgressOnlyInternetGateway: Projector = {
  objectType: 'AWS::EC2::EgressOnlyInternetGateway',
  sees: ['VpcId'],
  project: ({resourceId, configuration}) => ({
    id: textAt(configuration, 'egressOnlyInternetGatewayId') ?? resourceId,
    properties: said({VpcId: attachedVpc(configuration, 'attachments')}),
  }),
}
