import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

import {serviceReader} from '../../../src/live/service/reader.ts'
import {serviceTypes} from '../../../src/live/service/index.ts'
import {isGlobalType} from '../../../src/live/global-types.ts'
import type {JsonRecord} from '../../../src/live/projectors/projector.ts'
import type {Finding} from '../../../src/model/finding.ts'
import type {DeclaredResource} from '../../../src/model/declared.ts'
import type {LiveEvent, LiveObject, ObjectType, ReadScope} from '../../../src/model/live.ts'
import {globalRegion} from '../../../src/model/location.ts'
import {isRecord, type Json, type ValueRecord} from '../../../src/model/value.ts'
import {catalog, check} from '../../catalog/check-fixture.ts'
import type {TypeFixture} from '../../catalog/type-fixtures.ts'
import {awsError, fakeSession} from '../fake-session.ts'
import {eventsOf} from '../events-of.ts'
import {fakeClients, type FakeCall} from './fake-clients.ts'

/** Recordings show this account for whatever it was. */
const account = '644160558196'

/**
 * Where the two disagree on a declared resource. A recording holds what its test asked for, often one page of one region: what is not
 * in it may well exist, so nothing can be called missing.
 */
export function disagreements(pair: TypeFixture): readonly Finding[] {
  return check(pair).findings.filter(({code, subject}) => code !== 'missing' && subject.address !== undefined)
}

/** What the provider wrote, beside what the service answered in the same run, read by the readers of service APIs. */
export async function recordedPairs(folder: string): Promise<readonly TypeFixture[]> {
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'placebo')))
  const pairs = await Promise.all(names.map((name) => recordingOf(folder, name)))
  return pairs.filter(({objects}) => objects.length > 0)
}

async function recordingOf(folder: string, name: string): Promise<TypeFixture> {
  const text = readFileSync(join(folder, name, 'tf_resources.json'), 'utf8')
  const region = /arn:aws:[a-z0-9-]+:([a-z]+-[a-z]+-\d):/.exec(text)?.[1] ?? 'us-east-1'
  const resources = resourcesOf(JSON.parse(text) as JsonRecord)
  const types = new Set(resources.flatMap(({type}) => catalog.entry(type)?.objectType ?? []))
  const readable = [...types].filter((type) => serviceTypes.has(type))
  const flights = readdirSync(join(folder, name, 'placebo'))
  const events = await Promise.all(
    flights.map((flight) => readRun(join(folder, name, 'placebo', flight), readable, region)),
  )
  return {name, resources, ...liveSide(events.flat())}
}

/** What the readers make of one recorded run. What it holds no answer for is denied. */
async function readRun(flight: string, types: readonly ObjectType[], region: string): Promise<readonly LiveEvent[]> {
  const readings = types.map(async (type) => {
    // For each type from the start: the first answer to a call is that to the first call.
    const reader = serviceReader({...fakeSession, account}, fakeClients(answersIn(flight)))
    const location = {partition: 'aws', account, region: isGlobalType(type) ? globalRegion : region}
    const request = {location, types: [{type, declaredIds: [], unmanaged: true}], signal: new AbortController().signal}
    return eventsOf(reader.read(request))
  })
  return (await Promise.all(readings)).flat()
}

function liveSide(events: readonly LiveEvent[]): {
  readonly objects: readonly LiveObject[]
  readonly scopes: readonly ReadScope[]
} {
  const objects = events.flatMap((event) => (event.kind === 'object' ? [event.object] : []))
  const scopes = events.flatMap((event) => (event.kind === 'scope' ? [event.scope] : []))
  const byKey = new Map(objects.toReversed().map((object) => [`${object.type} ${object.id}`, object]))
  return {objects: [...byKey.values()], scopes: [...new Map(scopes.map((scope) => [scope.type, scope])).values()]}
}

/** Files are numbered in the order of the calls: the n-th call of an operation gets the n-th answer. */
function answersIn(flight: string): (call: FakeCall) => unknown {
  const calls = new Map<string, number>()
  const files = readdirSync(flight)
  return ({operation}) => {
    const number = (calls.get(operation) ?? 0) + 1
    calls.set(operation, number)
    const names = [operation, sameAnswer[operation]].map((name) => `.${name}_${number}.json`)
    const file = files.find((each) => names.some((name) => each.endsWith(name)))
    if (file === undefined) throw awsError('AccessDenied', 403, `no answer of ${operation} is recorded`)
    const {status_code: status, data} = JSON.parse(readFileSync(join(flight, file), 'utf8')) as Recorded
    const {Error: error, ...answer} = dated(data) as {readonly Error?: {readonly Code?: string}}
    if (status >= 400) throw awsError(error?.Code ?? 'Unknown', status)
    return answer
  }
}

/** Operations that recordings show in place of ours, with the same answer. */
const sameAnswer: Readonly<Record<string, string>> = {DescribeAlarms: 'DescribeAlarmsForMetric'}

interface Recorded {
  readonly status_code: number
  readonly data: Json
}

/** Times are recorded member by member. */
function dated(value: Json): unknown {
  if (Array.isArray(value)) return value.map((item: Json) => dated(item))
  if (!isRecord(value)) return value
  if (value['__class__'] === 'datetime') {
    const {year, month, day, hour, minute, second} = value as Readonly<Record<string, number>>
    return new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second))
  }
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, dated(member)]))
}
function resourcesOf({resources}: JsonRecord): readonly DeclaredResource[] {
  const types = Object.entries(isRecord(resources) ? resources : {}).filter(([type]) => catalog.entry(type))
  return types.flatMap(([type, byName]) =>
    Object.entries(byName as ValueRecord).map(([name, attributes]) => resource(type, name, attributes as ValueRecord)),
  )
}

export function resource(type: string, name: string, attributes: ValueRecord): DeclaredResource {
  return {
    origin: 'recorded',
    address: `${type}.${name}`,
    mode: 'managed',
    type,
    name,
    provider: {text: 'provider["registry.terraform.io/hashicorp/aws"]'},
    tainted: false,
    attributes,
    source: {file: 'tf_resources.json'},
  }
}
