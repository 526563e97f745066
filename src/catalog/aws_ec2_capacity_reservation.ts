import type {TerraformType} from './entry.ts'

/**
 * Common to reservations that are made on demand and to capacity blocks that are bought
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-capacityreservation.html).
 */
export const reservationAttributes = {
  availability_zone: {to: 'AvailabilityZone'},
  ebs_optimized: {to: 'EbsOptimized'},
  // Cloud Control writes an absent time as the text "null".
  end_date: {to: 'EndDate', as: 'instant', default: 'null'},
  end_date_type: {to: 'EndDateType', default: 'unlimited'},
  instance_count: {to: 'InstanceCount'},
  instance_platform: {to: 'InstancePlatform'},
  instance_type: {to: 'InstanceType'},
  outpost_arn: {to: 'OutPostArn'},
  placement_group_arn: {to: 'PlacementGroupArn'},
  tenancy: {to: 'Tenancy', default: 'default'},
} as const satisfies TerraformType['attributes']

export const entry = {
  type: 'aws_ec2_capacity_reservation',
  confidence: 'curated',
  objectType: 'AWS::EC2::CapacityReservation',
  role: 'object',
  identity: [['id']],
  attributes: {
    ...reservationAttributes,
    ephemeral_storage: {to: 'EphemeralStorage'},
    instance_match_criteria: {to: 'InstanceMatchCriteria', default: 'open'},
    owner_id: {skip: 'computed', because: 'the account that owns the reservation'},
  },
  object: {
    idScope: 'region',
    arnTemplate: 'arn:{partition}:ec2:{region}:{account}:capacity-reservation/{id}',
    severity: {EndDate: 'high', InstanceCount: 'high'},
  },
} satisfies TerraformType
