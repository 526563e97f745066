import {recordAt, said, stateAt, textAt} from './document.ts'
import type {Projector} from './projector.ts'

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Host.html */
export const ec2Host: Projector = {
  objectType: 'AWS::EC2::Host',
  sees: [
    'AssetId',
    'AutoPlacement',
    'AvailabilityZone',
    'HostMaintenance',
    'HostRecovery',
    'InstanceFamily',
    'InstanceType',
    'OutpostArn',
  ],
  project: ({resourceId, configuration: host}) => {
    const state = stateAt(host, 'state') ?? ''
    const hardware = recordAt(host, 'hostProperties')
    const createdAt = textAt(host, 'allocationTime')
    return {
      id: textAt(host, 'hostId') ?? resourceId,
      ...(createdAt === undefined ? {} : {createdAt}),
      ...(state.startsWith('released') ? {deleting: state} : {}),
      properties: said({
        AssetId: host['assetId'],
        AutoPlacement: host['autoPlacement'],
        AvailabilityZone: host['availabilityZone'],
        HostMaintenance: host['hostMaintenance'],
        HostRecovery: host['hostRecovery'],
        InstanceFamily: hardware['instanceFamily'],
        InstanceType: hardware['instanceType'],
        OutpostArn: host['outpostArn'],
      }),
    }
  },
}
