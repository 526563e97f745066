import type {ObjectType} from '../../model/live.ts'
import {globalRegion, type Location} from '../../model/location.ts'
import {homeRegion} from '../home-region.ts'

/**
 * The regions whose recorder may keep a type of this place, likeliest first. Global types are kept in their service's home region
 * alone (https://docs.aws.amazon.com/config/latest/developerguide/select-resources.html); but IAM by every recorder that was told to,
 * so the regions of the scan come before the home region.
 */
export function regionsKeeping(
  type: ObjectType,
  {partition, region}: Location,
  scanned: readonly string[],
): readonly string[] {
  if (region !== globalRegion) return [region]
  if (type.startsWith('AWS::GlobalAccelerator::')) return ['us-west-2']
  const home = homeRegion(partition)
  const homes = home === undefined ? [] : [home]
  return type.startsWith('AWS::IAM::') ? [...new Set([...scanned, ...homes])] : homes
}
