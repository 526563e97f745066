import type {EbsBlockDevice} from '@aws-sdk/client-emr'

import type {JsonRecord} from '../../projectors/projector.ts'
import {plain} from '../answer.ts'

/** EMR tells each device of an instance, CloudFormation how many there are of a kind. */
export function volumes(devices: readonly EbsBlockDevice[] = [], isOptimized?: boolean): JsonRecord {
  const optimized = isOptimized === undefined ? {} : {EbsOptimized: isOptimized}
  if (devices.length === 0) return isOptimized === undefined ? {} : {EbsConfiguration: optimized}
  const kinds = Map.groupBy(devices, ({VolumeSpecification}) => JSON.stringify(VolumeSpecification))
  const configs = [...kinds.values()].map((alike) =>
    plain({VolumeSpecification: alike[0]?.VolumeSpecification, VolumesPerInstance: alike.length}),
  )
  return {EbsConfiguration: {EbsBlockDeviceConfigs: configs, ...optimized}}
}
