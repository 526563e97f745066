import type {STSClientConfig} from '@aws-sdk/client-sts'

import {parseArn} from '../model/arn.ts'
import {sessionError} from './session-error.ts'

export interface SessionRequest {
  readonly profile?: string
  /** Assumed one through the other, in this order. */
  readonly roles?: readonly string[]
  /** For the last role, which is the one that another account's owner guards. */
  readonly externalId?: string
  /** Where to ask who we are; any region of the scan will do. Default: what the environment or the profile says. */
  readonly region?: string
  readonly signal?: AbortSignal
}

/** Credentials that AWS has accepted, and whose they are. */
export interface AwsSession {
  readonly partition: string
  readonly account: string
  /** The one asked for, or that of the environment or profile. */
  readonly region: string
  /** What every SDK client of this session is made with. */
  clientSettings(region: string): ClientSettings
}

/** `AWS_ENDPOINT_URL`, proxies and certificates are left to the SDK, which takes them from the environment and the profile. */
export interface ClientSettings extends SharedSettings {
  readonly region: string
}

interface SharedSettings {
  readonly credentials: Credentials
  readonly profile?: string
  readonly maxAttempts: number
  readonly retryMode: 'adaptive'
  readonly requestHandler: {readonly connectionTimeout: number; readonly requestTimeout: number}
}

type Credentials = NonNullable<STSClientConfig['credentials']>

/** What CloudTrail shows of whoever read. */
const roleSessionName = 'trueup'

/**
 * Finds credentials the way the AWS CLI does (environment, profile, SSO, container, instance), assumes the roles and asks AWS whose
 * they are. The SDK is loaded here, not before.
 *
 * @throws TrueupError `aws-...`, one code for each way in which this fails: see `session-error.ts`
 */
export async function openSession(request: SessionRequest): Promise<AwsSession> {
  const {profile, region, signal} = request
  try {
    const {STSClient, GetCallerIdentityCommand} = await import('@aws-sdk/client-sts')
    const shared = sharedSettings(await credentialsOf(request), profile)
    const sts = new STSClient({...shared, ...(region === undefined ? {} : {region})})
    const home = await sts.config.region()
    const {Arn: arn} = await sts.send(new GetCallerIdentityCommand({}), signal ? {abortSignal: signal} : {})
    // Taken from the client, which has wrapped them so that all clients share one answer and its renewal.
    const {credentials} = sts.config
    return {...identityOf(arn), region: home, clientSettings: (of) => ({...shared, credentials, region: of})}
  } catch (error) {
    signal?.throwIfAborted()
    throw sessionError(error, request)
  }
}

/** Adaptive: a client slows down at throttling and speeds up again, and a client is one API in one account and region. */
function sharedSettings(credentials: Credentials, profile: string | undefined): SharedSettings {
  const requestHandler = {connectionTimeout: 10_000, requestTimeout: 60_000}
  return {
    credentials,
    ...(profile === undefined ? {} : {profile}),
    maxAttempts: 8,
    retryMode: 'adaptive',
    requestHandler,
  }
}

/** Credentials as the AWS CLI finds them, through the roles; nothing is asked for before they are used. */
export async function credentialsOf({profile, region, roles = [], externalId}: SessionRequest): Promise<Credentials> {
  const {fromIni, fromNodeProviderChain, fromTemporaryCredentials} = await import('@aws-sdk/credential-providers')
  // The chain goes on to the machine's own role where a profile does not exist: a typing error must not scan another account.
  const ofCaller: Credentials = profile === undefined ? fromNodeProviderChain() : fromIni({profile})
  const clientConfig = {...(region === undefined ? {} : {region}), ...(profile === undefined ? {} : {profile})}
  return roles.reduce<Credentials>(
    (masterCredentials, role, index) =>
      fromTemporaryCredentials({
        masterCredentials,
        clientConfig,
        params: {
          RoleArn: role,
          RoleSessionName: roleSessionName,
          ...(externalId !== undefined && index === roles.length - 1 ? {ExternalId: externalId} : {}),
        },
      }),
    ofCaller,
  )
}

function identityOf(arn: string | undefined): Pick<AwsSession, 'partition' | 'account'> {
  const {partition, account} = parseArn(arn) ?? {}
  if (partition === undefined || account === undefined) throw new TypeError('GetCallerIdentity gave no ARN')
  return {partition, account}
}
