/** Calls a second that AWS grants, in one account and region. */
export interface Limit {
  readonly callsPerSecond: number
  /** Shared by all operations of the service. */
  readonly shared?: true
}

/**
 * Where a run starts: limits that AWS or those who met them have published. What is not here starts without a limit and finds it by
 * being throttled. Services by their signing names.
 */
const published: Readonly<Record<string, Limit>> = {
  // https://docs.aws.amazon.com/awscloudtrail/latest/userguide/WhatIsCloudTrail-Limits.html
  'cloudtrail LookupEvents': {callsPerSecond: 2},
  // https://docs.aws.amazon.com/tag-editor/latest/userguide/reference.html
  'tagging GetResources': {callsPerSecond: 15},
  // https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html#limits-api-requests-route-53
  route53: {callsPerSecond: 5, shared: true},
  // Refill rate of non-mutating actions: https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-throttling.html
  ec2: {callsPerSecond: 20},
  // https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html#api-requests
  lambda: {callsPerSecond: 15, shared: true},
  // https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html
  'kinesis ListStreams': {callsPerSecond: 5},
  'kinesis DescribeStream': {callsPerSecond: 10},
  'kinesis DescribeStreamSummary': {callsPerSecond: 20},
  // Not published; what steampipe's AWS plugin found safe.
  cloudfront: {callsPerSecond: 5, shared: true},
  'iam GetRole': {callsPerSecond: 15},
  'iam ListAttachedRolePolicies': {callsPerSecond: 15},
  'iam ListRolePolicies': {callsPerSecond: 15},
  'iam GetPolicy': {callsPerSecond: 35},
  'iam ListEntitiesForPolicy': {callsPerSecond: 40},
}

/** @returns undefined where nothing is published */
export function publishedLimit(service: string, operation: string): Limit | undefined {
  return published[`${service} ${operation}`] ?? published[service]
}
