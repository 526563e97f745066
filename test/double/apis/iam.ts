import type {
  GetAccountAuthorizationDetailsRequest,
  GetOpenIDConnectProviderRequest,
  ListPolicyTagsRequest,
  ListRolesRequest,
} from '@aws-sdk/client-iam'

import {AwsFault} from '../wire/fault.ts'
import {apisOf, type Api} from './api.ts'
import {documentOf, objectOf, objectsOf, shownIn, tagList, wholeOf} from './objects.ts'

/** What the filter of the call is called, and where its answer is. */
const details = {
  Role: {type: 'AWS::IAM::Role', member: 'RoleDetailList'},
  LocalManagedPolicy: {type: 'AWS::IAM::ManagedPolicy', member: 'Policies'},
} as const

const authorizationDetails: Api<GetAccountAuthorizationDetailsRequest> = async (
  {Filter: [filter] = [], Marker: token, MaxItems: size = 100},
  context,
) => {
  const found = details[filter as keyof typeof details]
  // No worlds with users or groups.
  if (!found) return {IsTruncated: false}
  const {type, member} = found
  const {objects, next} = objectsOf(type, context, {token, size})
  const documents = objects.map((object) => encoded(documentOf(object)))
  const list = await shownIn(['iam', 'GetAccountAuthorizationDetails', member], documents)
  return {[member]: list, IsTruncated: next !== undefined, ...(next && {Marker: next})}
}

/** Some items hold the documents of policies parsed; IAM encodes them as in an URL. */
function encoded(document: Readonly<Record<string, unknown>>): object {
  const versions = (document['policyVersionList'] ?? []) as readonly {readonly document: unknown}[]
  const texts = versions.map(({document: policy, ...version}) => ({
    ...version,
    document: Array.isArray(policy) ? encodeURIComponent(JSON.stringify(policy[0])) : policy,
  }))
  return {...document, policyVersionList: texts}
}

const listRoles: Api<ListRolesRequest> = async ({Marker: token, MaxItems: size = 100}, context) => {
  const {objects, next} = objectsOf('AWS::IAM::Role', context, {token, size})
  // The longest session and the description are not in what Config keeps.
  const documents = objects.map(wholeOf)
  const Roles = await shownIn(['iam', 'ListRoles', 'Roles'], documents)
  return {Roles, IsTruncated: next !== undefined, ...(next && {Marker: next})}
}

const listPolicyTags: Api<ListPolicyTagsRequest> = ({PolicyArn = ''}, context) => {
  const policy = objectOf('AWS::IAM::ManagedPolicy', PolicyArn, context)
  if (!policy) throw new AwsFault('NoSuchEntity', `Policy ${PolicyArn} does not exist.`, 404)
  return {Tags: tagList(policy.tags), IsTruncated: false}
}

const getProvider: Api<GetOpenIDConnectProviderRequest> = ({OpenIDConnectProviderArn = ''}, context) => {
  const provider = objectOf('AWS::IAM::OIDCProvider', OpenIDConnectProviderArn, context)
  if (!provider)
    throw new AwsFault('NoSuchEntity', `OpenIDConnect Provider not found for arn ${OpenIDConnectProviderArn}`, 404)
  const {ClientIdList: ClientIDList, ThumbprintList, Url} = documentOf(provider)
  return {Url, ClientIDList, ThumbprintList, Tags: tagList(provider.tags)}
}

export const iam = apisOf('iam', {
  GetAccountAuthorizationDetails: authorizationDetails,
  GetOpenIDConnectProvider: getProvider,
  ListOpenIDConnectProviders: (_, context) => ({
    OpenIDConnectProviderList: objectsOf('AWS::IAM::OIDCProvider', context).objects.map(({id}) => ({Arn: id})),
  }),
  ListPolicyTags: listPolicyTags,
  ListRoles: listRoles,
})
