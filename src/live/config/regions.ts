import type {ObjectType} from '../../model/live.ts'
import {globalRegion, type Location} from '../../model/location.ts'
import {homeRegion} from '../../aws/home-region.ts'
import {bundledGlobalTypes} from './coverage.ts'
import {configTypeOf} from './types.ts'

/**
 * The regions whose recorder may keep a type of this place, likeliest first. Global types are kept in their service's home region
 * alone; but the oldest ones of IAM by every recorder that was told to, so the regions of the scan come before the home region
 * (https://docs.aws.amazon.com/config/latest/developerguide/select-resources.html#select-resources-global).
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
  if (!bundledGlobalTypes.has(configTypeOf(type))) return homes
  return [...new Set([...scanned.filter((name) => keepsIam.has(name)), ...homes])]
}

/** Where Config was before February 2022: in later regions it cannot record IAM, whatever the recorder says. */
const keepsIam: ReadonlySet<string> = new Set([
  'af-south-1',
  'ap-east-1',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'ap-southeast-3',
  'ca-central-1',
  'cn-north-1',
  'cn-northwest-1',
  'eu-central-1',
  'eu-north-1',
  'eu-south-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'me-south-1',
  'sa-east-1',
  'us-east-1',
  'us-east-2',
  'us-gov-east-1',
  'us-gov-west-1',
  'us-west-1',
  'us-west-2',
])
