/**
 * Where the global services of a partition answer
 * (https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/global-services.html); undefined for partitions
 * that are not public.
 */
export function homeRegion(partition: string): string | undefined {
  return homes[partition]
}

const homes: Readonly<Record<string, string>> = {
  aws: 'us-east-1',
  'aws-cn': 'cn-north-1',
  'aws-us-gov': 'us-gov-west-1',
}
