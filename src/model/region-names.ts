/**
 * The regions that are on in every account of the public partition, whatever it did; all others have to be enabled
 * (https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html).
 */
export const alwaysOnRegions: readonly string[] = [
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'ca-central-1',
  'eu-central-1',
  'eu-north-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'sa-east-1',
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
]

/** Whether a name is made like those of regions (`eu-central-1`, `us-gov-west-1`), those of tomorrow included. */
export function looksLikeRegion(name: string): boolean {
  return /^[a-z]+(-[a-z]+){1,2}-\d+$/.test(name)
}
