import {listed, picked, said, textAt, unseenOf} from './document.ts'
import {pascalKeys} from './pascal.ts'
import type {Projector} from './projector.ts'

/** Not in items from before AWS introduced them. */
const alwaysShown = ['NetworkBorderGroup', 'PublicIpv4Pool']

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Address.html */
export const ec2Eip: Projector = {
  objectType: 'AWS::EC2::EIP',
  sees: [...alwaysShown, 'AssociatedWith', 'CustomerOwnedIpv4Pool', 'Domain', 'PrivateIpAddress'],
  project: ({resourceId, configuration}) => {
    const target = textAt(configuration, 'instanceId') ?? textAt(configuration, 'networkInterfaceId')
    const properties = said({
      ...picked(pascalKeys(configuration), [...alwaysShown, 'CustomerOwnedIpv4Pool', 'Domain', 'PrivateIpAddress']),
      AssociatedWith: listed(target === undefined ? [] : [target]),
    })
    const allocation = textAt(configuration, 'allocationId') ?? resourceId
    const address = textAt(configuration, 'publicIp')
    return {
      id: address === undefined ? allocation : `${address}|${allocation}`,
      ...unseenOf(properties, alwaysShown),
      properties,
    }
  },
}
