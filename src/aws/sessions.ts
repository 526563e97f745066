import {TrueupError} from '../errors.ts'
import {FailedCall, type Failure} from './call.ts'
import {heldOf, type HeldCredentials} from './held-credentials.ts'
import {assumedRoleArn, isTemplate, roleArn} from './role-template.ts'
import {openSession, type AwsSession, type SessionRequest} from './session.ts'
import type {Transport} from './transport.ts'

/** How to get into accounts. */
export interface AccessRequest extends AccountAccess {
  readonly sessionName?: string
  /** Accounts that are reached another way than the others. */
  readonly overrides?: Readonly<Record<string, AccountAccess>>
}

export interface AccountAccess {
  readonly profile?: string
  /** Assumed one through the other; names and `{account}` stand for a role that every account has: see `role-template.ts`. */
  readonly roles?: readonly string[]
  /** For the last role. */
  readonly externalId?: string
}

/** Credentials of a run: those it starts with, and those of each account, opened when they are first asked for. */
export interface Sessions {
  /** Who we are, before any role that is another one in each account. */
  readonly home: AwsSession
  /**
   * @param held what another thread has got in with
   * @throws FailedCall where the account cannot be read
   */
  of(account: string, held?: HeldCredentials): Promise<AwsSession>
  /** What the account was got into with, for another thread; undefined where nobody did, or by home's own credentials. */
  held(account: string): Promise<HeldCredentials | undefined>
}

/** Where a role would have to be written as it should be. */
const anyPlace = {partition: 'aws', account: '000000000000'}

interface Opening extends Pick<SessionRequest, 'region' | 'signal'> {
  readonly transport?: Transport
  /** Who we are, where AWS has told already. */
  readonly homeArn?: string | undefined
}

/** @throws TrueupError `aws-...` where there are no credentials at all, `role-invalid` */
export async function openSessions(access: AccessRequest, {homeArn, ...opening}: Opening): Promise<Sessions> {
  const {roles = [], overrides = {}, ...rest} = access
  const transport = opening.transport ?? (await import('./transport.ts')).openTransport()
  for (const role of roles) roleArn(role, anyPlace)
  const first = roles.findIndex(isTemplate)
  const shared = {...opening, transport, ...(rest.sessionName === undefined ? {} : {sessionName: rest.sessionName})}
  // An external id guards the last role of a chain, and that one comes later.
  const {profile} = rest
  const start = first === -1 ? {...rest, roles} : {...(profile && {profile}), roles: roles.slice(0, first)}
  const home = await openSession({...start, ...shared, ...(homeArn === undefined ? {} : {arn: homeArn})})
  const region = home.region
  // Shared, so that a helper process, an SSO portal or a role on the way is asked once, not for each account.
  const {credentials: caller} = home.clientSettings(region)
  const opened = new Map<string, Promise<AwsSession>>()
  const open = async (account: string, held?: HeldCredentials): Promise<AwsSession> => {
    const own = overrides[account]
    const here = {...shared, region, held}
    // An account with a profile of its own needs no role, unless it says so.
    const usual = own?.profile === undefined ? {roles} : {}
    // What begins with a profile of its own, or before the roles that home has assumed, begins afresh.
    const begins = own?.profile === undefined && start.roles.length === 0 ? {caller} : {}
    if (own) return openOther({...rest, ...usual, ...own}, account, {...here, ...begins}, home)
    if (first === -1) {
      if (account === home.account) return home
      throw new FailedCall({reason: 'not-read', detail: `The credentials are for account ${home.account}.`})
    }
    return openOther({...rest, roles: roles.slice(first)}, account, {...here, caller}, home)
  }
  return {
    home,
    of: (account, held) => {
      const session = opened.get(account) ?? open(account, held)
      opened.set(account, session)
      return session
    },
    // Whoever cannot be got into, or no more, is asked for again by who reads, and told of there.
    held: async (account) => {
      const session = await opened.get(account)?.catch(() => undefined)
      if (!session || session === home) return undefined
      return heldOf(session.clientSettings(session.region).credentials).catch(() => undefined)
    },
  }
}

/** A role in the account, or the credentials themselves where the account is their own and has no such role. */
async function openOther(
  access: AccountAccess,
  account: string,
  shared: Omit<SessionRequest, keyof AccountAccess>,
  home: AwsSession,
): Promise<AwsSession> {
  const roles = access.roles?.map((role) => roleArn(role, {partition: home.partition, account}))
  const last = roles?.at(-1)
  const arn = last === undefined ? {} : {arn: assumedRoleArn(last, shared.sessionName)}
  try {
    const session = await openSession({...access, ...shared, ...(roles ? {roles} : {}), ...arn})
    if (session.account === account) return session
  } catch (error) {
    shared.signal?.throwIfAborted()
    if (account === home.account) return home
    throw new FailedCall(failureOf(error, roles?.at(-1)))
  }
  throw new FailedCall({reason: 'not-read', detail: `What leads to account ${account} leads to another one.`})
}

const reasons: Readonly<Record<string, Failure['reason']>> = {
  'aws-role-denied': 'denied',
  'aws-throttled': 'throttled',
}

const assume = 'sts:AssumeRole'

function failureOf(error: unknown, role = '*'): Failure {
  if (!(error instanceof TrueupError) || error.fault === 'bug') throw error
  const {code, message, hint} = error
  return {
    reason: reasons[code] ?? 'failed',
    ...(code === 'aws-role-denied' ? {action: assume, grant: {Effect: 'Allow', Action: assume, Resource: role}} : {}),
    detail: hint === undefined ? message : `${message} ${hint}`,
  }
}
