import type {
  ListAccountsForParentRequest,
  ListAccountsRequest,
  ListOrganizationalUnitsForParentRequest,
} from '@aws-sdk/client-organizations'

import {AwsFault} from '../wire/fault.ts'
import type {Account} from '../world.ts'
import {apisOf, page, type Api, type Context} from './api.ts'

const [id, root] = ['o-example', 'r-exam']
/** https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListAccounts.html */
const mostShown = 20

interface Paged {
  readonly NextToken?: string | undefined
  readonly MaxResults?: number | undefined
}

function listed<T>(items: readonly T[], {NextToken: token, MaxResults: size = mostShown}: Paged) {
  const {indices, next} = page(items.length, token, Math.min(size, mostShown))
  return {shown: items.slice(indices[0], (indices.at(-1) ?? -1) + 1), next: next === undefined ? {} : {NextToken: next}}
}

function accountOf({id: account, name, state = 'ACTIVE'}: Account, context: Context): object {
  const Arn = arnOf(`account/${id}/${account}`, context)
  const joined = {JoinedMethod: 'CREATED', Status: state, State: state}
  return {Id: account, Name: name, Arn, Email: `${name}@example.com`, ...joined}
}

function arnOf(what: string, {partition, world: {management}}: Context): string {
  return `arn:${partition}:organizations::${management}:${what}`
}

const listAccounts: Api<ListAccountsRequest> = (input, context) => {
  const {shown, next} = listed(context.world.accounts, input)
  return {Accounts: shown.map((account) => accountOf(account, context)), ...next}
}

/** From the root to where an account is. */
function pathOf({units = []}: Account): readonly string[] {
  return [root, ...units]
}

/** @throws AwsFault where there is no such root or unit */
function demandParent(parent: string, {world: {accounts}}: Context): void {
  if (parent === root || accounts.some(({units}) => units?.includes(parent))) return
  throw new AwsFault('ParentNotFoundException', `You specified a parent that doesn't exist: ${parent}`)
}

const accountsOf: Api<ListAccountsForParentRequest> = ({ParentId: parent = '', ...input}, context) => {
  demandParent(parent, context)
  const children = context.world.accounts.filter((account) => pathOf(account).at(-1) === parent)
  const {shown, next} = listed(children, input)
  return {Accounts: shown.map((account) => accountOf(account, context)), ...next}
}

const unitsOf: Api<ListOrganizationalUnitsForParentRequest> = ({ParentId: parent = '', ...input}, context) => {
  demandParent(parent, context)
  const below = context.world.accounts.flatMap((account) => {
    const path = pathOf(account)
    return path[path.indexOf(parent) + 1 || path.length] ?? []
  })
  const {shown, next} = listed([...new Set(below)], input)
  const OrganizationalUnits = shown.map((unit) => ({Id: unit, Name: unit, Arn: arnOf(`ou/${id}/${unit}`, context)}))
  return {OrganizationalUnits, ...next}
}

export const organizations = apisOf('organizations', {
  DescribeOrganization: (_, context) => ({
    Organization: {
      Id: id,
      Arn: arnOf(`organization/${id}`, context),
      FeatureSet: 'ALL',
      MasterAccountId: context.world.management,
      MasterAccountArn: arnOf(`account/${id}/${context.world.management}`, context),
    },
  }),
  ListAccounts: listAccounts,
  ListAccountsForParent: accountsOf,
  ListOrganizationalUnitsForParent: unitsOf,
})
