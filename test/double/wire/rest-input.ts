import type {NormalizedSchema} from '@smithy/core/schema'

import type {Service} from './clients.ts'
import {httpOf, inputOf, membersOf, valueOf, type HttpTrait, type Operation} from './operation.ts'
import type {RawRequest} from './request.ts'
import {readJson, readXml} from './shapes.ts'

/** An operation of a REST service that a request fits, and what its path says. */
export interface Route {
  readonly operation: Operation
  readonly labels: Readonly<Record<string, string>>
}

/** The most particular operation that fits: `GET /bucket?policy` is GetBucketPolicy, not ListObjects. */
export function routeOf(request: RawRequest, service: Service): Route | undefined {
  const fits = [...service.operations.values()].flatMap((operation) => {
    const http = httpOf(operation)
    const labels = http && labelsOf(request, http, service.name === 's3' && inBucket(operation))
    return http && labels ? [{operation, labels, weight: weightOf(http)}] : []
  })
  return fits.toSorted((a, b) => b.weight - a.weight)[0]
}

/** S3's schemas leave the bucket out of the path: it is part of the endpoint. */
function inBucket(operation: Operation): boolean {
  return membersOf(inputOf(operation)).has('Bucket')
}

/** @returns what the labels of the path stand for; undefined where the request does not fit */
function labelsOf(
  {method, path, query}: RawRequest,
  [verb, uri]: HttpTrait,
  withBucket: boolean,
): Record<string, string> | undefined {
  const [template = '', literals = ''] = uri.split('?')
  if (method !== verb) return undefined
  for (const [key, value] of new URLSearchParams(literals)) {
    if (!query.has(key) || (value !== '' && query.get(key) !== value)) return undefined
  }
  const wanted = `${withBucket ? '/{Bucket}' : ''}${template}`.replace(/(?<=.)\/$/, '')
  const pattern = wanted
    .replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`)
    .replaceAll(/\{(\w+)\\\+\}/g, '(?<$1>.+)')
    .replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')
  const found = new RegExp(`^${pattern}/?$`).exec(path)
  if (!found) return undefined
  return Object.fromEntries(Object.entries(found.groups ?? {}).map(([key, text]) => [key, decodeURIComponent(text)]))
}

function weightOf([, uri]: HttpTrait): number {
  const [template = '', literals = ''] = uri.split('?')
  const segments = template.split('/').filter((segment) => segment !== '' && !segment.startsWith('{'))
  return segments.length * 2 + [...new URLSearchParams(literals)].length * 2
}

export async function restInput(
  request: RawRequest,
  service: Service,
  {operation, labels}: Route,
): Promise<Record<string, unknown>> {
  const schema = inputOf(operation)
  const input: Record<string, unknown> = {}
  for (const [name, member] of membersOf(schema)) {
    const traits = member.getMergedTraits()
    const label = labels[name]
    const value = label === undefined ? boundValue(request, member) : valueOf(member, label)
    if (value !== undefined) input[name] = value
    if (traits.httpPayload && request.body.length > 0) {
      input[name] = member.isStructSchema() ? await bodyOf(service, member, request.body) : request.body
    }
  }
  const hasPayload = [...membersOf(schema).values()].some((member) => member.getMergedTraits().httpPayload)
  if (request.body.length === 0 || hasPayload) return input
  return {...(await bodyOf(service, schema, request.body)), ...input}
}

async function bodyOf(service: Service, schema: NormalizedSchema, body: Buffer): Promise<Record<string, unknown>> {
  return service.protocol === 'restXml' ? readXml(schema, body) : readJson(schema, body)
}

/** A member that the query string or a header holds. */
function boundValue({query, headers}: RawRequest, member: NormalizedSchema): unknown {
  const {httpQuery, httpHeader} = member.getMergedTraits()
  if (httpQuery !== undefined && query.has(httpQuery)) {
    if (member.isListSchema()) return query.getAll(httpQuery).map((text) => valueOf(member.getValueSchema(), text))
    return valueOf(member, query.get(httpQuery) ?? '')
  }
  const text = httpHeader === undefined ? undefined : headers[httpHeader.toLowerCase()]
  return text === undefined ? undefined : valueOf(member, text)
}
