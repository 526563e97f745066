import type {OrganizationsClient} from '@aws-sdk/client-organizations'

import {call} from './call.ts'
import {homeRegion} from './home-region.ts'
import type {AwsSession} from './session.ts'

export interface OrganizationRequest {
  /** Ids of organizational units (`ou-...`) or of the root (`r-...`), with all below them; default: the whole organisation. */
  readonly units: readonly string[]
}

export interface OrganizationAccount {
  readonly account: string
  readonly name?: string
  /** `ACTIVE`, `SUSPENDED`, `PENDING_CLOSURE`, ... */
  readonly state: string
}

interface Page {
  readonly NextToken?: string | undefined
  readonly Accounts?: readonly Member[] | undefined
}

interface Member {
  readonly Id?: string | undefined
  readonly Name?: string | undefined
  readonly State?: string | undefined
  /** Retired in September 2026 in favour of `State`. */
  readonly Status?: string | undefined
}

/**
 * The accounts of the organisation, from its management account or from a delegated administrator of any service.
 *
 * @throws FailedCall
 */
export async function organizationAccounts(
  session: AwsSession,
  {units}: OrganizationRequest,
  signal: AbortSignal,
): Promise<readonly OrganizationAccount[]> {
  const sdk = await import('@aws-sdk/client-organizations')
  const client = new sdk.OrganizationsClient(session.clientSettings(homeRegion(session.partition) ?? session.region))
  const found = new Map<string, OrganizationAccount>()
  const take = ({Accounts: accounts = []}: Page): void => {
    for (const {Id: account, Name: name, State: state, Status: status} of accounts) {
      if (account === undefined) continue
      found.set(account, {account, ...(name === undefined ? {} : {name}), state: state ?? status ?? 'ACTIVE'})
    }
  }
  if (units.length === 0)
    await everyPage(
      'organizations:ListAccounts',
      (token) => client.send(new sdk.ListAccountsCommand(token), {abortSignal: signal}),
      take,
    )
  for (const unit of await withChildren(client, units, signal)) {
    await everyPage(
      'organizations:ListAccountsForParent',
      (token) => client.send(new sdk.ListAccountsForParentCommand({...token, ParentId: unit}), {abortSignal: signal}),
      take,
    )
  }
  return [...found.values()].toSorted((a, b) => (a.account < b.account ? -1 : 1))
}

async function withChildren(
  client: OrganizationsClient,
  units: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlySet<string>> {
  const {ListOrganizationalUnitsForParentCommand} = await import('@aws-sdk/client-organizations')
  const all = new Set(units)
  for (const unit of all) {
    await everyPage(
      'organizations:ListOrganizationalUnitsForParent',
      (token) =>
        client.send(new ListOrganizationalUnitsForParentCommand({...token, ParentId: unit}), {abortSignal: signal}),
      ({OrganizationalUnits: children = []}) => {
        for (const {Id: id} of children) if (id !== undefined) all.add(id)
      },
    )
  }
  return all
}

async function everyPage<T extends {readonly NextToken?: string | undefined}>(
  action: string,
  send: (token: {readonly NextToken?: string}) => Promise<T>,
  take: (page: T) => void,
): Promise<void> {
  let token: string | undefined
  do {
    const page = await call(action, () => send(token === undefined ? {} : {NextToken: token}))
    take(page)
    token = page.NextToken
  } while (token)
}
