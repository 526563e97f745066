import type {STSClientConfig} from '@aws-sdk/client-sts'

import {parseArn} from '../model/arn.ts'
import type {FoundSettings} from './found-settings.ts'
import {untilExpired, type HeldCredentials} from './held-credentials.ts'
import {defaultSessionName} from './role-template.ts'
import {sessionError} from './session-error.ts'
import type {PacedSettings, Transport} from './transport.ts'

export interface SessionRequest {
  readonly profile?: string
  /** What the first role is assumed with. Default: what the profile says, or the environment. */
  readonly caller?: Credentials
  /** Assumed one through the other, in this order. */
  readonly roles?: readonly string[]
  /** For the last role, which is the one that another account's owner guards. */
  readonly externalId?: string
  /** What CloudTrail shows of whoever read. Default: trueup. */
  readonly sessionName?: string
  /** Where to ask who we are; any region of the scan will do. Default: what the environment or the profile says. */
  readonly region?: string
  /** Who this is, where AWS has told already; else it is asked. */
  readonly arn?: string
  /** What another thread has got in with; the roles are assumed when that expires. */
  readonly held?: HeldCredentials | undefined
  readonly signal?: AbortSignal
  /** Shared by all sessions of a run. */
  readonly transport?: Transport
}

/** Credentials that AWS has accepted, and whose they are. */
export interface AwsSession {
  readonly partition: string
  readonly account: string
  /** Who reads, as AWS calls them. */
  readonly arn?: string
  /** The one asked for, or that of the environment or profile. */
  readonly region: string
  /**
   * What every SDK client of this session is made with. Its calls keep to the limits of their API in this account and region, are
   * retried, and share the sockets of the run; credentials are renewed before they expire.
   */
  clientSettings(region: string): ClientSettings
}

/** `AWS_ENDPOINT_URL` and certificates are left to the SDK, which takes them from the environment and the profile. */
export interface ClientSettings extends PacedSettings, Partial<FoundSettings> {
  readonly region: string
  readonly credentials: Credentials
  readonly profile?: string
}

export type Credentials = NonNullable<STSClientConfig['credentials']>

/** Nobody waits long to learn that the credentials are wrong or AWS is out of reach. */
const firstAttempts = 5

/**
 * Finds credentials the way the AWS CLI does (environment, profile, SSO, container, instance), assumes the roles and asks AWS whose
 * they are. The SDK is loaded here, not before.
 *
 * @throws TrueupError `aws-...`, one code for each way in which this fails: see `session-error.ts`
 */
export async function openSession(request: SessionRequest): Promise<AwsSession> {
  const {profile, region, held, signal} = request
  const transport = request.transport ?? (await ownTransport())
  const paced = transport.account()
  try {
    const {STSClient, GetCallerIdentityCommand} = await import('@aws-sdk/client-sts')
    const shared = {...(await transport.found(profile)), ...(profile === undefined ? {} : {profile})}
    const where = region === undefined ? {} : {region}
    const own = await credentialsOf({...request, transport}, paced)
    const sts = new STSClient({
      ...paced(firstAttempts),
      ...shared,
      ...where,
      credentials: held ? untilExpired(held, own) : own,
    })
    const home = await sts.config.region()
    const whoAmI = async () => sts.send(new GetCallerIdentityCommand({}), signal ? {abortSignal: signal} : {})
    // Credentials that cannot be had are told here, whoever says who they are.
    if (request.arn !== undefined) await sts.config.credentials()
    const arn = request.arn ?? (await whoAmI()).Arn
    // Taken from the client, which has wrapped them so that all clients share one answer and its renewal.
    const {credentials} = sts.config
    return {
      ...identityOf(arn),
      ...(arn === undefined ? {} : {arn}),
      region: home,
      clientSettings: (of) => ({...paced(), ...shared, credentials, region: of}),
    }
  } catch (error) {
    signal?.throwIfAborted()
    throw sessionError(error, request)
  }
}

/** Credentials as the AWS CLI finds them, through the roles; nothing is asked for before they are used. */
export async function credentialsOf(
  request: SessionRequest,
  account?: ReturnType<Transport['account']>,
): Promise<Credentials> {
  const {profile, region, caller, roles = [], externalId, sessionName = defaultSessionName} = request
  const {fromIni, fromNodeProviderChain, fromTemporaryCredentials} = await import('@aws-sdk/credential-providers')
  // The chain goes on to the machine's own role where a profile does not exist: a typing error must not scan another account.
  const ofCaller: Credentials = caller ?? (profile === undefined ? fromNodeProviderChain() : fromIni({profile}))
  if (roles.length === 0) return ofCaller
  const transport = request.transport ?? (await ownTransport())
  const paced = account ?? transport.account()
  const clientConfig = {
    ...paced(firstAttempts),
    ...(await transport.found(profile)),
    ...(region === undefined ? {} : {region}),
    ...(profile === undefined ? {} : {profile}),
  }
  return roles.reduce<Credentials>(
    (masterCredentials, role, index) =>
      fromTemporaryCredentials({
        masterCredentials,
        clientConfig,
        params: {
          RoleArn: role,
          RoleSessionName: sessionName,
          ...(externalId !== undefined && index === roles.length - 1 ? {ExternalId: externalId} : {}),
        },
      }),
    ofCaller,
  )
}

/** Loaded when AWS is called: a snapshot does without. */
async function ownTransport(): Promise<Transport> {
  return (await import('./transport.ts')).openTransport()
}

function identityOf(arn: string | undefined): Pick<AwsSession, 'partition' | 'account'> {
  const {partition, account} = parseArn(arn) ?? {}
  if (partition === undefined || account === undefined) throw new TypeError('GetCallerIdentity gave no ARN')
  return {partition, account}
}
