import type {CloudControlClient, ResourceDescription} from '@aws-sdk/client-cloudcontrol'

import {call, FailedCall, type Failure} from '../../aws/call.ts'
import type {ObjectType} from '../../model/live.ts'

/**
 * One object; undefined where it is not there, which one error says and no other.
 *
 * @throws FailedCall
 */
export async function getResource(
  client: CloudControlClient,
  type: ObjectType,
  identifier: string,
  signal: AbortSignal,
): Promise<ResourceDescription | undefined> {
  const {GetResourceCommand} = await import('@aws-sdk/client-cloudcontrol')
  const query = new GetResourceCommand({TypeName: type, Identifier: identifier})
  try {
    const answer = await told('cloudformation:GetResource', () => client.send(query, {abortSignal: signal}))
    return answer.ResourceDescription ?? {}
  } catch (error) {
    if (error instanceof FailedCall && error.cause === 'ResourceNotFoundException') return undefined
    throw error
  }
}

/**
 * All objects of a type, a page at a time: as large as AWS makes it, since some types refuse to be told (`MaxResults` is reserved).
 *
 * @param parent properties that narrow the list, for types that cannot be listed without
 * @throws FailedCall
 */
export async function* listResources(
  client: CloudControlClient,
  type: ObjectType,
  parent: Readonly<Record<string, string>>,
  signal: AbortSignal,
): AsyncGenerator<readonly ResourceDescription[]> {
  const {ListResourcesCommand} = await import('@aws-sdk/client-cloudcontrol')
  const model = Object.keys(parent).length === 0 ? {} : {ResourceModel: JSON.stringify(parent)}
  let token: string | undefined
  do {
    const page = new ListResourcesCommand({TypeName: type, ...model, ...(token ? {NextToken: token} : {})})
    const answer = await told('cloudformation:ListResources', () => client.send(page, {abortSignal: signal}))
    yield answer.ResourceDescriptions ?? []
    token = answer.NextToken
  } while (token)
}

/**
 * Cloud Control reads with the caller's own permissions: what is denied mostly is the service's action, which its words name. A type
 * that it does not know here, or cannot do this with, is not supported.
 */
async function told<T>(action: string, send: () => Promise<T>): Promise<T> {
  try {
    return await call(action, send)
  } catch (error) {
    throw error instanceof FailedCall ? new FailedCall(meaning(error), String(error.cause)) : error
  }
}

function meaning({failure, cause}: FailedCall): Failure {
  if (unsupported.has(String(cause))) return {...failure, reason: 'unsupported-type'}
  if (failure.reason !== 'denied' && !denials.has(String(cause))) return failure
  const [, underlying] = /not authorized to perform:? ([a-z0-9-]+:[A-Za-z*]+)/.exec(failure.detail) ?? []
  if (failure.reason !== 'denied' && underlying === undefined) return failure
  return {...failure, reason: 'denied', ...(underlying === undefined ? {} : {action: underlying})}
}

const unsupported: ReadonlySet<string> = new Set([
  'PrivateTypeException',
  'TypeNotFoundException',
  'UnsupportedActionException',
])

/** As which a handler passes on what the service refused it. */
const denials: ReadonlySet<string> = new Set([
  'GeneralServiceException',
  'HandlerFailureException',
  'HandlerInternalFailureException',
  'InvalidCredentialsException',
  'InvalidRequestException',
  'ServiceInternalErrorException',
])
