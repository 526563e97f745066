import type {Failure} from '../aws/call.ts'
import {organizationAccounts, type OrganizationRequest} from '../aws/organization.ts'
import {isTemplate} from '../aws/role-template.ts'
import type {AccessRequest, Sessions} from '../aws/sessions.ts'
import {TrueupError} from '../errors.ts'
import {failureIn} from '../aws/call.ts'
import type {DeclaredObject} from './wanted.ts'

/** Which accounts a run is about. */
export interface AccountsRequest {
  /** Asked for one by one. */
  readonly accounts?: readonly string[]
  /** All of the organisation, or of some of its units. */
  readonly organization?: OrganizationRequest
  /** Left out, whoever names them. */
  readonly excluded?: readonly string[]
}

export interface Accounts {
  readonly accounts: readonly string[]
  /** Accounts that are not read, and why; only what is declared there is a gap. */
  readonly leftOut: ReadonlyMap<string, Failure>
}

/**
 * Those asked for and those of the organisation, and no other, whatever is declared elsewhere; where neither is named, and each
 * account has a role to assume, those of what is declared; else the one of the credentials.
 *
 * @throws TrueupError `organization-unreadable`
 */
export async function accountsInQuestion(
  request: AccountsRequest & AccessRequest,
  sessions: Sessions,
  declared: readonly Pick<DeclaredObject, 'location'>[],
  signal: AbortSignal,
): Promise<Accounts> {
  const {accounts: named = [], organization, excluded = [], overrides = {}, roles = []} = request
  const leftOut = new Map<string, Failure>()
  for (const account of excluded) leftOut.set(account, notRead(`Account ${account} is excluded.`))
  const wanted = new Set([...named, ...Object.keys(overrides)])
  if (organization) {
    for (const {account, state} of await membersOf(sessions, organization, signal)) {
      if (state === 'ACTIVE') wanted.add(account)
      else leftOut.set(account, notRead(`The organisation says that account ${account} is ${state}.`))
    }
  }
  if (wanted.size > 0) {
    for (const account of declaredAccounts(declared)) {
      if (!wanted.has(account) && !leftOut.has(account))
        leftOut.set(account, notRead(`Account ${account} is not among those that are to be read.`))
    }
  }
  if (wanted.size === 0 && roles.some(isTemplate)) for (const account of declaredAccounts(declared)) wanted.add(account)
  if (wanted.size === 0) wanted.add(sessions.home.account)
  return {accounts: [...wanted].filter((account) => !leftOut.has(account)).toSorted(), leftOut}
}

function notRead(detail: string): Failure {
  return {reason: 'not-read', detail}
}

async function membersOf(sessions: Sessions, organization: OrganizationRequest, signal: AbortSignal) {
  try {
    return await organizationAccounts(sessions.home, organization, signal)
  } catch (error) {
    const {reason, detail, action = ''} = failureIn(error)
    throw new TrueupError(`The accounts of the organisation could not be listed. ${detail}`, {
      code: 'organization-unreadable',
      fault: reason === 'denied' ? 'user' : 'aws',
      hint: `Ask from its management account or a delegated administrator with ${action}, or name accounts with --account.`,
    })
  }
}

function declaredAccounts(declared: readonly Pick<DeclaredObject, 'location'>[]): ReadonlySet<string> {
  return new Set(declared.flatMap(({location: {account}}) => (account === undefined ? [] : [account])))
}
