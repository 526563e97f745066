import {said, stateAt, textAt, unseenOf} from './document.ts'
import {attachedVpc} from './ec2-internet-gateway.ts'
import type {Projector} from './projector.ts'

/** Not in items from before AWS introduced it. */
const alwaysShown = ['AmazonSideAsn']

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpnGateway.html */
export const ec2VpnGateway: Projector = {
  objectType: 'AWS::EC2::VPNGateway',
  sees: [...alwaysShown, 'Type', 'VpcId'],
  project: ({resourceId, configuration}) => {
    const properties = said({
      AmazonSideAsn: configuration['amazonSideAsn'],
      Type: configuration['type'],
      VpcId: attachedVpc(configuration, 'vpcAttachments'),
    })
    const state = stateAt(configuration, 'state') ?? ''
    return {
      id: textAt(configuration, 'vpnGatewayId') ?? resourceId,
      ...(['deleting', 'deleted'].includes(state) ? {deleting: state} : {}),
      ...unseenOf(properties, alwaysShown),
      properties,
    }
  },
}
