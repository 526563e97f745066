import {picked, stateAt, textAt} from './document.ts'
import {pascalKeys} from './pascal.ts'
import type {Projector} from './projector.ts'

const plain = ['BgpAsn', 'CertificateArn', 'DeviceName', 'IpAddress', 'Type']

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CustomerGateway.html; AWS Config leaves extended numbers out. */
export const ec2CustomerGateway: Projector = {
  objectType: 'AWS::EC2::CustomerGateway',
  sees: plain,
  project: ({resourceId, configuration}) => {
    const state = stateAt(configuration, 'state') ?? ''
    return {
      id: textAt(configuration, 'customerGatewayId') ?? resourceId,
      ...(['deleting', 'deleted'].includes(state) ? {deleting: state} : {}),
      properties: picked(pascalKeys(configuration), plain),
    }
  },
}
