import {textAt} from './document.ts'
import type {Projector} from './projector.ts'

/**
 * AWS Config keeps reservations in the CloudFormation shape, without their state; where it shows, one that has ended is on its way
 * out (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CapacityReservation.html).
 */
export const ec2CapacityReservation: Projector = {
  objectType: 'AWS::EC2::CapacityReservation',
  sees: [
    'AvailabilityZone',
    'EbsOptimized',
    'EndDate',
    'EndDateType',
    'EphemeralStorage',
    'InstanceCount',
    'InstanceMatchCriteria',
    'InstancePlatform',
    'InstanceType',
    'OutPostArn',
    'PlacementGroupArn',
    'Tenancy',
    'TotalInstanceCount',
  ],
  project: ({resourceId, configuration}) => {
    const state = textAt(configuration, 'State') ?? ''
    return {
      id: textAt(configuration, 'Id') ?? resourceId,
      ...(['cancelled', 'expired', 'failed', 'payment-failed', 'unsupported'].includes(state) ? {deleting: state} : {}),
      properties: configuration,
    }
  },
}
