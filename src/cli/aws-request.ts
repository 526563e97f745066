import type {LiveRequest} from '../pipeline/live.ts'

type AwsRequest = Omit<Extract<LiveRequest, {readonly kind: 'aws'}>, 'kind'>

/** The flags of `liveFlags` that say how to reach AWS. */
interface AwsFlags {
  readonly live: AwsRequest['choice']
  readonly region?: readonly string[] | undefined
  readonly profile?: string | undefined
  readonly role?: readonly string[] | undefined
  readonly 'external-id'?: string | undefined
}

export function awsRequestOf({live, region, profile, role, 'external-id': externalId}: AwsFlags): AwsRequest {
  return {
    choice: live,
    regions: region ?? [],
    ...(profile === undefined ? {} : {profile}),
    ...(role === undefined ? {} : {roles: role}),
    ...(externalId === undefined ? {} : {externalId}),
  }
}
