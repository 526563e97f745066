import type {
  InstanceFleet,
  InstanceFleetProvisioningSpecifications,
  InstanceTypeSpecification,
} from '@aws-sdk/client-emr'

import type {JsonRecord} from '../../projectors/projector.ts'
import {named, plain} from '../answer.ts'
import {configurations} from './configurations.ts'
import {volumes} from './volumes.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-emr-cluster-instancefleetconfig.html */
export function instanceFleet(fleet: InstanceFleet): JsonRecord {
  const {InstanceTypeSpecifications = [], LaunchSpecifications} = fleet
  return {
    ...named(fleet, ['Name', 'ResizeSpecifications', 'TargetOnDemandCapacity', 'TargetSpotCapacity']),
    InstanceTypeConfigs: InstanceTypeSpecifications.map(typeConfig),
    ...(LaunchSpecifications && {LaunchSpecifications: launch(LaunchSpecifications)}),
  }
}

function typeConfig(specification: InstanceTypeSpecification): JsonRecord {
  return {
    ...named(specification, [
      'BidPrice',
      'BidPriceAsPercentageOfOnDemandPrice',
      'CustomAmiId',
      'InstanceType',
      'Priority',
      'WeightedCapacity',
    ]),
    ...configurations(specification.Configurations),
    ...volumes(specification.EbsBlockDevices, specification.EbsOptimized),
  }
}

/** EMR answers `LOWEST_PRICE` where it was told `lowest-price`, which the provider undoes likewise (internal/service/emr/cluster.go). */
function launch({
  OnDemandSpecification: onDemand,
  SpotSpecification: spot,
}: InstanceFleetProvisioningSpecifications): JsonRecord {
  return plain({
    ...(onDemand && {OnDemandSpecification: {...onDemand, AllocationStrategy: asTold(onDemand.AllocationStrategy)}}),
    ...(spot && {SpotSpecification: {...spot, AllocationStrategy: asTold(spot.AllocationStrategy)}}),
  }) as JsonRecord
}

function asTold(strategy: string | undefined): string | undefined {
  return strategy?.toLowerCase().replaceAll('_', '-')
}
