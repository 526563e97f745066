import type {GetPolicyRequest, ListFunctionsRequest} from '@aws-sdk/client-lambda'

import {AwsFault} from '../wire/fault.ts'
import type {WorldObject} from '../world.ts'
import {apisOf, type Api, type Context} from './api.ts'
import {objectOf, objectsOf, shownIn, wholeOf} from './objects.ts'

const type = 'AWS::Lambda::Function'

const listFunctions: Api<ListFunctionsRequest> = async ({Marker: token, MaxItems: size = 50}, context) => {
  const {objects, next} = objectsOf(type, context, {token, size: Math.min(size, 50)})
  const Functions = await shownIn(['lambda', 'ListFunctions', 'Functions'], objects.map(wholeOf))
  return {Functions, ...(next && {NextMarker: next})}
}

interface Supplement {
  readonly Policy?: string
  readonly Concurrency?: {readonly reservedConcurrentExecutions?: number}
}

const getPolicy: Api<GetPolicyRequest> = ({FunctionName = ''}, context) => {
  const {Policy} = supplementOf(known(FunctionName, context))
  if (Policy === undefined)
    throw new AwsFault('ResourceNotFoundException', 'The resource you requested does not exist.', 404)
  return {Policy, RevisionId: '1'}
}

const getConcurrency: Api<GetPolicyRequest> = ({FunctionName = ''}, context) => {
  const {Concurrency} = supplementOf(known(FunctionName, context))
  const ReservedConcurrentExecutions = Concurrency?.reservedConcurrentExecutions
  return ReservedConcurrentExecutions === undefined ? {} : {ReservedConcurrentExecutions}
}

/** What Config does not keep. */
const getCodeSigning: Api<GetPolicyRequest> = ({FunctionName = ''}, context) => {
  const {CodeSigningConfigArn} = known(FunctionName, context).properties
  return {FunctionName, ...(CodeSigningConfigArn ? {CodeSigningConfigArn} : {})}
}

const getRecursion: Api<GetPolicyRequest> = ({FunctionName = ''}, context) => {
  const {RecursiveLoop} = known(FunctionName, context).properties
  return {RecursiveLoop: RecursiveLoop ?? 'Terminate'}
}

function known(name: string, context: Context): WorldObject {
  const found = objectOf(type, name, context)
  if (found) return found
  throw new AwsFault('ResourceNotFoundException', `Function not found: ${name}`, 404)
}

function supplementOf({item}: WorldObject): Supplement {
  return item?.['supplementaryConfiguration'] ?? {}
}

export const lambda = apisOf('lambda', {
  GetFunctionCodeSigningConfig: getCodeSigning,
  GetFunctionConcurrency: getConcurrency,
  GetFunctionRecursionConfig: getRecursion,
  GetPolicy: getPolicy,
  ListFunctions: listFunctions,
})
