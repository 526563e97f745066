import {paginateDescribeCapacityReservations} from '@aws-sdk/client-ec2'

import {ec2CapacityReservation} from '../../projectors/ec2-capacity-reservation.ts'
import {createdAt, named, seenBy, tagsOf} from '../answer.ts'
import {described, pageSize} from './described.ts'

const members = ['AvailableInstanceCount', 'ReservationType', 'State'] as const
const shown = new Set<string>([...seenBy(ec2CapacityReservation), ...members])

/** Reservations and capacity blocks, with the names of CloudFormation where they differ. */
export const capacityReservation = described({
  projector: ec2CapacityReservation,
  alsoSees: members,
  pages: (client, input) => paginateDescribeCapacityReservations({client, pageSize}, input),
  items: ({CapacityReservations}) => CapacityReservations,
  object: (answer) => {
    const {CapacityReservationId: id = '', TotalInstanceCount, OutpostArn, Tags, CreateDate} = answer
    const renamed = {...answer, InstanceCount: TotalInstanceCount, OutPostArn: OutpostArn}
    const names = (Object.keys(renamed) as (keyof typeof renamed)[]).filter((name) => shown.has(name))
    const configuration = named(renamed, names)
    return {
      tags: tagsOf(Tags),
      ...createdAt(CreateDate),
      ...ec2CapacityReservation.project({resourceId: id, configuration, supplementary: {}}),
    }
  },
})
