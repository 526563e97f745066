import {reservationAttributes} from './aws_ec2_capacity_reservation.ts'
import type {TerraformType} from './entry.ts'

/** A capacity block that was bought: to AWS a capacity reservation, all of it settled by the offering. */
export const entry = {
  type: 'aws_ec2_capacity_block_reservation',
  confidence: 'curated',
  objectType: 'AWS::EC2::CapacityReservation',
  role: 'object',
  identity: [['id']],
  attributes: {
    ...reservationAttributes,
    capacity_block_offering_id: {
      skip: 'write-only',
      because:
        'what was bought; EC2 does not tell (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CapacityReservation.html)',
    },
    created_date: {skip: 'computed', because: 'when it was bought'},
    reservation_type: {skip: 'computed', because: 'capacity-block'},
    start_date: {skip: 'computed', because: 'follows from the offering'},
  },
} satisfies TerraformType
