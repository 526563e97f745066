import {CloudTrailClient, LookupEventsCommand} from '@aws-sdk/client-cloudtrail'
import {
  ConfigServiceClient,
  GetResourceConfigHistoryCommand,
  ListDiscoveredResourcesCommand,
  type ConfigurationItem,
} from '@aws-sdk/client-config-service'
import {mockClient} from 'aws-sdk-client-mock'
import {beforeEach, expect, test} from 'vitest'

import {attribute} from '../../../src/live/attribution/attribute.ts'
import type {Finding} from '../../../src/model/finding.ts'
import {awsError, fakeSession, frankfurt} from '../fake-session.ts'

const trail = mockClient(CloudTrailClient)
const config = mockClient(ConfigServiceClient)
const now = new Date('2026-04-01T00:00:00Z')

beforeEach(() => {
  trail.reset()
  config.reset()
  trail.on(LookupEventsCommand).resolves({Events: []})
  config.on(GetResourceConfigHistoryCommand).rejects(awsError('ResourceNotDiscoveredException'))
  config.on(ListDiscoveredResourcesCommand).resolves({resourceIdentifiers: []})
})

function finding(id: string, path: string, after: string | number): Finding {
  return {
    code: 'drifted',
    path,
    before: undefined,
    after,
    severity: 'medium',
    confidence: 'curated',
    fingerprint: `${id} ${path}`,
    subject: {objectType: 'AWS::RDS::DBInstance', id, name: id, location: frankfurt},
  }
}

function record(eventName: string, userName: string, eventTime: string): {CloudTrailEvent: string} {
  const identity = {type: 'IAMUser', userName}
  const event = {eventID: 'e', eventName, eventTime, eventSource: 'rds.amazonaws.com', userIdentity: identity}
  return {CloudTrailEvent: JSON.stringify({...event, requestParameters: {dBInstanceIdentifier: 'db'}})}
}

async function attributed(findings: readonly Finding[]) {
  return attribute(findings, {
    sessionOf: async () => fakeSession,
    now,
    signal: new AbortController().signal,
  })
}

test('one object costs one lookup, whatever the number of its findings; pages are followed', async () => {
  trail
    .on(LookupEventsCommand)
    .resolvesOnce({Events: [record('ModifyDBInstance', 'eve', '2026-03-01T00:00:00Z')], NextToken: 'more'})
    .resolvesOnce({Events: [record('RebootDBInstance', 'mallory', '2026-02-01T00:00:00Z')]})
  const {changes, gaps} = await attributed([finding('db', 'A.First', 'one'), finding('db', 'A.Second', 'two')])
  expect(gaps).toEqual([])
  expect([...changes.values()].map(({actor, others}) => [actor?.name, others])).toEqual([
    ['eve', 1],
    ['eve', 1],
  ])
  expect(trail.commandCalls(LookupEventsCommand).map(({args}) => args[0].input)).toMatchObject([
    {LookupAttributes: [{AttributeKey: 'ResourceName', AttributeValue: 'db'}], EndTime: now},
    {NextToken: 'more'},
  ])
})

function item(time: string, days: number): ConfigurationItem {
  return {
    resourceType: 'AWS::RDS::DBInstance',
    resourceId: 'db',
    resourceName: 'db',
    accountId: frankfurt.account,
    awsRegion: frankfurt.region,
    configurationItemCaptureTime: new Date(time),
    configuration: JSON.stringify({dBInstanceIdentifier: 'db', backupRetentionPeriod: days}),
  }
}

test('AWS Config narrows the span', async () => {
  config.on(GetResourceConfigHistoryCommand).resolves({
    configurationItems: [
      item('2026-03-09T00:00:00Z', 1),
      item('2026-03-08T00:00:00Z', 1),
      item('2026-03-07T00:00:00Z', 14),
    ],
  })
  const {changes} = await attributed([finding('db', 'BackupRetentionPeriod', 1)])
  expect([...changes.values()]).toEqual([
    {at: '2026-03-08T00:00:00.000Z', after: '2026-03-07T00:00:00.000Z', certainty: 'time'},
  ])
  expect(trail.commandCalls(LookupEventsCommand)[0]?.args[0].input.StartTime).toEqual(new Date('2026-03-06T23:45:00Z'))
})

test('a call to AWS Config spans a week: weeks are gone through until one tells, and no further', async () => {
  config
    .on(GetResourceConfigHistoryCommand)
    .resolvesOnce({configurationItems: [item('2026-03-31T00:00:00Z', 1)], nextToken: 'last week'})
    .resolvesOnce({configurationItems: [], nextToken: 'the week before'})
    .resolvesOnce({configurationItems: [item('2026-03-12T00:00:00Z', 14)], nextToken: 'long ago'})
  const {changes} = await attributed([finding('db', 'BackupRetentionPeriod', 1)])
  expect([...changes.values()]).toMatchObject([{at: '2026-03-31T00:00:00.000Z', after: '2026-03-12T00:00:00.000Z'}])
  const tokens = config.commandCalls(GetResourceConfigHistoryCommand).map(({args}) => args[0].input.nextToken)
  expect(tokens).toEqual([undefined, 'last week', 'the week before'])
})

test('of 90 days and no more, since CloudTrail knows no more', async () => {
  config.on(GetResourceConfigHistoryCommand).resolves({configurationItems: [], nextToken: 'the week before'})
  await attributed([finding('db', 'BackupRetentionPeriod', 1)])
  expect(config.commandCalls(GetResourceConfigHistoryCommand)).toHaveLength(13)
})

test('what AWS Config keeps under an identifier of its own is found by its name', async () => {
  const history = [item('2026-03-08T00:00:00Z', 1), item('2026-03-07T00:00:00Z', 14)]
  config.on(GetResourceConfigHistoryCommand, {resourceId: 'db-ABC'}).resolves({configurationItems: history})
  config
    .on(ListDiscoveredResourcesCommand, {resourceType: 'AWS::RDS::DBInstance', resourceName: 'db'})
    .resolves({resourceIdentifiers: [{resourceId: 'db-ABC'}]})
  const {changes} = await attributed([finding('db', 'BackupRetentionPeriod', 1)])
  expect([...changes.values()]).toMatchObject([{at: '2026-03-08T00:00:00.000Z'}])
})

test('AWS Config is not asked of what came or went as a whole', async () => {
  const {severity, fingerprint, subject} = finding('db', 'X', 1)
  await attributed([{code: 'missing', confidence: 'curated', severity, fingerprint, subject}])
  expect(config.calls()).toEqual([])
})

test('a change behind more calls than are read is a gap, not nothing', async () => {
  const read = {...record('ListTagsForResource', 'scanner', '2026-03-20T00:00:00Z')}
  const reads = {CloudTrailEvent: JSON.stringify({...JSON.parse(read.CloudTrailEvent), readOnly: true})}
  trail.on(LookupEventsCommand).resolves({Events: [reads], NextToken: 'more'})
  const {changes, gaps} = await attributed([finding('a', 'X.Y', 1), finding('b', 'X.Y', 1)])
  expect(changes.size).toBe(0)
  expect(gaps).toMatchObject([
    {
      reason: 'not-read',
      action: 'cloudtrail:LookupEvents',
      location: frankfurt,
      hides: {count: 2, examples: ['a', 'b']},
    },
  ])
})

test('what was found among the last calls is told, whatever came before', async () => {
  const made = record('ModifyDBInstance', 'eve', '2026-03-01T00:00:00Z')
  trail.on(LookupEventsCommand).resolves({Events: [made], NextToken: 'more'})
  const {changes, gaps} = await attributed([finding('db', 'X.Y', 1)])
  expect([...changes.values()].map(({actor}) => actor?.name)).toEqual(['eve'])
  expect(gaps).toEqual([])
})

test('a denied call is one gap for all that it hides', async () => {
  trail.on(LookupEventsCommand).rejects(awsError('AccessDeniedException'))
  const {changes, gaps} = await attributed([finding('a', 'X.Y', 1), finding('b', 'X.Y', 1)])
  expect(changes.size).toBe(0)
  expect(gaps).toMatchObject([
    {reason: 'denied', action: 'cloudtrail:LookupEvents', location: frankfurt, hides: {count: 2, examples: ['a', 'b']}},
  ])
})

test('gaps are the same whichever call ends first', async () => {
  const findings = Array.from({length: 8}, (_, at) => finding(`db-${at}`, 'X.Y', 1))
  config.on(GetResourceConfigHistoryCommand).rejects(awsError('AccessDeniedException'))
  const gapsWhere = async (waits: (id: string) => boolean) => {
    trail.on(LookupEventsCommand).callsFake(async ({LookupAttributes: [{AttributeValue: id}]}) => {
      if (waits(id)) await new Promise((later) => setTimeout(later, 20))
      throw awsError('AccessDeniedException', 400, `not for ${id}`)
    })
    return (await attributed(findings)).gaps
  }
  const early = await gapsWhere((id) => id === 'db-0' || id === 'db-1')
  expect(early.map(({action}) => action)).toEqual(['cloudtrail:LookupEvents', 'config:GetResourceConfigHistory'])
  expect(await gapsWhere((id) => id === 'db-6')).toEqual(early)
})

test('more objects than CloudTrail can tell of in a minute are a gap', async () => {
  const findings = Array.from({length: 103}, (_, at) => finding(`db-${at}`, 'X.Y', 1))
  const {gaps} = await attributed(findings)
  expect(gaps).toMatchObject([{reason: 'not-read', hides: {count: 3, examples: ['db-100', 'db-101', 'db-102']}}])
})
