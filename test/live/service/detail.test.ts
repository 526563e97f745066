import {expect, test} from 'vitest'

import {serviceReader} from '../../../src/live/service/reader.ts'
import type {WantedType} from '../../../src/live/reader.ts'
import type {LiveEvent} from '../../../src/model/live.ts'
import {eventsOf} from '../events-of.ts'
import {awsError, fakeSession, frankfurt} from '../fake-session.ts'
import {fakeClients} from './fake-clients.ts'
import {objectsIn} from './replay.ts'

const buckets = ['declared', 'stray'].map((Name) => ({Name, BucketRegion: frankfurt.region}))

async function readBuckets(wanted: Partial<WantedType>): Promise<{
  readonly events: readonly LiveEvent[]
  readonly calls: readonly string[]
}> {
  const calls: string[] = []
  const open = fakeClients(({operation, input}) => {
    const {Bucket} = input
    calls.push(typeof Bucket === 'string' ? `${operation} ${Bucket}` : operation)
    return operation === 'ListBuckets' ? {Buckets: buckets} : {}
  })
  const type = {type: 'AWS::S3::Bucket', declaredIds: ['declared'], unmanaged: true, ...wanted}
  const request = {location: frankfurt, types: [type], signal: new AbortController().signal}
  return {events: await eventsOf(serviceReader(fakeSession, open).read(request)), calls}
}

test('what nobody declares is listed with its tags, without the calls that complete it', async () => {
  const {events, calls} = await readBuckets({detailedIds: ['declared']})
  expect(calls.filter((call) => call.endsWith(' stray'))).toEqual(['GetBucketTagging stray'])
  expect(calls).toContain('GetBucketVersioning declared')
  const [declared, stray] = objectsIn(events)
  expect(declared?.unseen).toBeUndefined()
  expect(stray).toMatchObject({id: 'stray', tags: {}, unseen: expect.arrayContaining(['VersioningConfiguration'])})
  expect(events.filter(({kind}) => kind === 'gap')).toEqual([])
})

test('everything is completed where nobody says what is worth it', async () => {
  const {calls} = await readBuckets({})
  expect(calls).toContain('GetBucketVersioning stray')
})

test('of declared objects alone, the others of a list are passed over', async () => {
  const {events, calls} = await readBuckets({unmanaged: false})
  expect(objectsIn(events).map(({id}) => id)).toEqual(['declared'])
  expect(calls.filter((call) => call.endsWith(' stray'))).toEqual([])
  expect(events.at(-1)).toMatchObject({kind: 'scope', scope: {declaredOnly: true}})
})

test('what is denied for each of the first objects is not asked for of all the others', async () => {
  const calls: string[] = []
  const many = Array.from({length: 60}, (_, index) => ({Name: `bucket-${index}`, BucketRegion: frankfurt.region}))
  const open = fakeClients(({operation}) => {
    calls.push(operation)
    if (operation === 'ListBuckets') return {Buckets: many}
    if (operation === 'GetBucketPolicy') throw awsError('AccessDenied', 403, 'no')
    return {}
  })
  const type = {type: 'AWS::S3::Bucket', declaredIds: [], unmanaged: true}
  const request = {location: frankfurt, types: [type], signal: new AbortController().signal}
  const events = await eventsOf(serviceReader(fakeSession, open).read(request))
  expect(calls.filter((operation) => operation === 'GetBucketPolicy').length).toBeLessThan(20)
  expect(calls.filter((operation) => operation === 'GetBucketVersioning')).toHaveLength(60)
  expect(events.filter(({kind}) => kind === 'gap')).toMatchObject([
    {gap: {reason: 'denied', action: 's3:GetBucketPolicy', hides: {count: 60}}},
  ])
})
