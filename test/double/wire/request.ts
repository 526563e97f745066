import type {IncomingMessage} from 'node:http'

import {servicesNamed, type Service} from './clients.ts'
import {inputOf, type Operation} from './operation.ts'
import {queryInput} from './query-input.ts'
import {restInput, routeOf} from './rest-input.ts'
import {readJson} from './shapes.ts'

/** An HTTP request, read to its end. */
export interface RawRequest {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

/** Who signed a request, for which service and region. */
export interface Signature {
  readonly accessKey: string
  readonly region: string
  readonly service: string
}

/** A call as the service sees it. */
export interface Call {
  readonly service: Service
  readonly operation: Operation
  readonly input: Readonly<Record<string, unknown>>
}

export async function rawRequest(incoming: IncomingMessage): Promise<RawRequest> {
  const body = await bodyOf(incoming)
  const {pathname, searchParams} = new URL(incoming.url ?? '/', 'http://localhost')
  // Of those that may come as a list, none is looked at.
  const headers = incoming.headers as Readonly<Record<string, string>>
  return {method: incoming.method ?? 'GET', path: pathname, query: searchParams, headers, body}
}

/** By events: an iterator costs more than all else that is done with a request. */
async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  return await new Promise((resolve, reject) => {
    incoming
      .on('data', (chunk: Buffer) => chunks.push(chunk))
      .on('end', () => resolve(Buffer.concat(chunks)))
      .on('error', reject)
  })
}

/** @returns undefined for a request that nobody signed */
export function signatureOf({headers}: RawRequest): Signature | undefined {
  const [, accessKey, region, service] =
    /Credential=([^/]+)\/[^/]+\/([^/]+)\/([^/]+)\//.exec(headers['authorization'] ?? '') ?? []
  return accessKey && region && service ? {accessKey, region, service} : undefined
}

/** @returns undefined where the double does not know the service or the operation */
export async function callOf(request: RawRequest, signature: Signature): Promise<Call | undefined> {
  for (const service of await servicesNamed(signature.service)) {
    const call = await readers[service.protocol](request, service)
    if (call) return call
  }
  return undefined
}

type ReadCall = (request: RawRequest, service: Service) => Promise<Call | undefined>

const readers: Readonly<Record<Service['protocol'], ReadCall>> = {
  awsJson1_0: jsonCall,
  awsJson1_1: jsonCall,
  awsQuery: queryCall,
  ec2Query: queryCall,
  restJson1: restCall,
  restXml: restCall,
}

async function jsonCall({headers, body}: RawRequest, service: Service): Promise<Call | undefined> {
  const operation = service.operations.get(headers['x-amz-target']?.split('.').at(-1) ?? '')
  return operation && {service, operation, input: await readJson(inputOf(operation), body)}
}

async function queryCall({body}: RawRequest, service: Service): Promise<Call | undefined> {
  const fields = new URLSearchParams(body.toString())
  const operation = service.operations.get(fields.get('Action') ?? '')
  if (!operation || fields.get('Version') !== service.version) return undefined
  return {service, operation, input: queryInput(operation, fields, service.protocol === 'ec2Query')}
}

async function restCall(request: RawRequest, service: Service): Promise<Call | undefined> {
  const route = routeOf(request, service)
  return route && {service, operation: route.operation, input: await restInput(request, service, route)}
}
