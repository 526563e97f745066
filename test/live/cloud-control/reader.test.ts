import {globSync, readFileSync} from 'node:fs'
import {basename, join} from 'node:path'

import {afterEach, describe, expect, test, vi} from 'vitest'

import {cloudControlReader} from '../../../src/live/cloud-control/reader.ts'
import type {WantedType} from '../../../src/live/reader.ts'
import type {LiveEvent} from '../../../src/model/live.ts'
import {eventsOf} from '../events-of.ts'
import {fakeSession, frankfurt} from '../fake-session.ts'
import {startLoopback, type Answer, type WireRequest} from '../loopback.ts'

const folder = join(import.meta.dirname, '../../../fixtures/live/cloud-control')

/** What AWS says to one request; an error without identifier is the answer to all of its kind. */
interface Recorded {
  readonly operation: 'GetResource' | 'ListResources'
  readonly type: string
  readonly identifier?: string
  readonly parent?: object
  readonly token?: string
  readonly properties?: object
  readonly resources?: readonly {readonly identifier: string; readonly properties: object}[]
  readonly next?: string
  readonly error?: string
  readonly message?: string
}

interface Case {
  readonly about: string
  readonly region?: string
  readonly wanted: readonly WantedType[]
  readonly answers: readonly Recorded[]
  readonly outline: readonly string[]
  readonly events?: readonly object[]
}

function answering(answers: readonly Recorded[], unexpected: string[]): (request: WireRequest) => Answer {
  return ({operation, body}) => {
    const asked = JSON.parse(body) as Readonly<Record<string, string | undefined>>
    const found = answers.find((recorded) => fits(recorded, operation, asked))
    if (found === undefined) {
      unexpected.push(`${operation} ${body}`)
      return [400, {__type: 'InvalidRequestException', message: 'The test did not expect this request.'}]
    }
    const {error, message, identifier, properties, resources = [], next} = found
    if (error !== undefined) return [error.startsWith('HandlerInternal') ? 502 : 400, {__type: error, message}]
    if (operation === 'GetResource') {
      return [200, {TypeName: found.type, ResourceDescription: described(identifier ?? '', properties ?? {})}]
    }
    const listed = resources.map((each) => described(each.identifier, each.properties))
    return [200, {TypeName: found.type, ResourceDescriptions: listed, ...(next === undefined ? {} : {NextToken: next})}]
  }
}

function described(identifier: string, properties: object): object {
  return {Identifier: identifier, Properties: JSON.stringify(properties)}
}

function fits(recorded: Recorded, operation: string, asked: Readonly<Record<string, string | undefined>>): boolean {
  if (recorded.operation !== operation || recorded.type !== asked['TypeName']) return false
  if (operation === 'GetResource')
    return recorded.identifier === undefined || recorded.identifier === asked['Identifier']
  const parent = recorded.parent === undefined ? undefined : JSON.stringify(recorded.parent)
  return parent === asked['ResourceModel'] && recorded.token === asked['NextToken']
}

function outline(events: readonly LiveEvent[]): readonly string[] {
  return events.map(line).toSorted()
}

function line(event: LiveEvent): string {
  if (event.kind === 'object') return `object ${event.object.id}`
  if (event.kind === 'gap') return `gap ${event.gap.reason} ${event.gap.action ?? '-'} ${event.gap.hides.count}`
  if (event.kind !== 'scope') return event.kind
  const {type, unread, declaredOnly} = event.scope
  return [
    `scope ${type}`,
    ...(unread ? [`unread ${unread.join()}`] : []),
    ...(declaredOnly ? ['declared only'] : []),
  ].join(' ')
}

afterEach(() => {
  vi.unstubAllEnvs()
})

describe('what Cloud Control answers', () => {
  for (const file of globSync('*.json', {cwd: folder}).toSorted()) {
    const each = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Case
    test(`${basename(file, '.json')}: ${each.about}`, async () => {
      const unexpected: string[] = []
      await using aws = await startLoopback(answering(each.answers, unexpected))
      vi.stubEnv('AWS_ENDPOINT_URL', aws.url)
      const location = {...frankfurt, region: each.region ?? frankfurt.region}
      const {signal} = new AbortController()
      const events = await eventsOf(cloudControlReader(fakeSession).read({location, types: each.wanted, signal}))
      expect(unexpected).toEqual([])
      expect(outline(events)).toEqual(each.outline)
      for (const expected of each.events ?? []) expect(events).toContainEqual(partial(expected))
    })
  }
})

/** Objects match where they hold at least these members; lists in full. */
function partial(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const members = Object.entries(value).map(([key, member]) => [key, partial(member)])
  return expect.objectContaining(Object.fromEntries(members) as object)
}
