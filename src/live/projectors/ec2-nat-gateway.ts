import {listed, picked, recordsAt, said, stateAt, textAt, unseenOf} from './document.ts'
import {pascalKeys} from './pascal.ts'
import type {JsonRecord, Projected, Projector} from './projector.ts'

const addresses = ['AllocationId', 'PrivateIpAddress', 'SecondaryAllocationIds', 'SecondaryPrivateIpAddresses']
/** Younger than the items of AWS Config, which may not show it. */
const perhaps = ['AvailabilityMode']

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NatGateway.html */
export const ec2NatGateway: Projector = {
  objectType: 'AWS::EC2::NatGateway',
  sees: [...addresses, ...perhaps, 'ConnectivityType', 'SubnetId', 'VpcId'],
  project: ({resourceId, configuration}) => {
    const list = recordsAt(configuration, 'natGatewayAddresses')
    const properties = said({
      ...picked(pascalKeys(configuration), [...perhaps, 'ConnectivityType', 'SubnetId', 'VpcId']),
      ...addressesOf(list),
    })
    const unseen = [...(unseenOf(properties, perhaps).unseen ?? []), ...(isTelling(list) ? [] : addresses)]
    return {
      id: textAt(configuration, 'natGatewayId') ?? resourceId,
      ...deletion(stateAt(configuration, 'state')),
      ...(unseen.length > 0 ? {unseen} : {}),
      properties,
    }
  },
}

/** A deleted gateway stays listed for an hour. */
function deletion(state: string | undefined): Pick<Projected, 'deleting'> {
  return state !== undefined && ['deleting', 'deleted', 'failed'].includes(state) ? {deleting: state} : {}
}

/** Of several addresses, documents of AWS Config do not say which is the primary one. */
function isTelling(list: readonly JsonRecord[]): boolean {
  return list.length < 2 || list.some(({isPrimary}) => isPrimary === true)
}

function addressesOf(list: readonly JsonRecord[]): JsonRecord {
  const primary = list.find(({isPrimary}) => isPrimary === true) ?? list[0] ?? {}
  const others = list.filter((address) => address !== primary)
  return said({
    AllocationId: primary['allocationId'],
    PrivateIpAddress: primary['privateIp'],
    SecondaryAllocationIds: listed(others.flatMap((address) => textAt(address, 'allocationId') ?? [])),
    SecondaryPrivateIpAddresses: listed(others.flatMap((address) => textAt(address, 'privateIp') ?? [])),
  })
}
