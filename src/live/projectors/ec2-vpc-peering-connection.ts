import {filled, recordAt, said, stateAt, textAt, unseenOf} from './document.ts'
import {pascal} from './pascal.ts'
import type {JsonRecord, Projector} from './projector.ts'

const gone = ['deleted', 'deleting', 'expired', 'failed', 'rejected']
/** EC2 shows a side's options to those who may know them, once the connection is active. */
const perhaps = ['AccepterVpcInfo.PeeringOptions', 'RequesterVpcInfo.PeeringOptions', 'PeerRegion']

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcPeeringConnection.html */
export const ec2VpcPeeringConnection: Projector = {
  objectType: 'AWS::EC2::VPCPeeringConnection',
  sees: [...perhaps, 'PeerOwnerId', 'PeerVpcId', 'VpcId'],
  project: ({resourceId, configuration}) => {
    const [accepter, requester] = [
      recordAt(configuration, 'accepterVpcInfo'),
      recordAt(configuration, 'requesterVpcInfo'),
    ]
    const properties = said({
      AccepterVpcInfo: optionsOf(accepter),
      PeerOwnerId: accepter['ownerId'],
      PeerRegion: accepter['region'],
      PeerVpcId: accepter['vpcId'],
      RequesterVpcInfo: optionsOf(requester),
      VpcId: requester['vpcId'],
    })
    const status = textAt(recordAt(configuration, 'status'), 'code') ?? stateAt(configuration, 'status') ?? ''
    return {
      id: textAt(configuration, 'vpcPeeringConnectionId') ?? resourceId,
      ...(gone.includes(status) ? {deleting: status} : {}),
      ...unseenOf(properties, perhaps),
      properties,
    }
  },
}

function optionsOf(side: JsonRecord): JsonRecord | undefined {
  const options = pascal(recordAt(side, 'peeringOptions')) as JsonRecord
  return Object.keys(options).length > 0 ? filled({PeeringOptions: options}) : undefined
}
