import {GetResourcesCommand, ResourceGroupsTaggingAPIClient} from '@aws-sdk/client-resource-groups-tagging-api'
import {mockClient} from 'aws-sdk-client-mock'
import {beforeEach, expect, test} from 'vitest'

import {taggingReader} from '../../../src/live/tagging/reader.ts'
import type {LiveEvent} from '../../../src/model/live.ts'
import {eventsOf} from '../events-of.ts'
import {globalRegion} from '../../../src/model/location.ts'
import {awsError, fakeSession, frankfurt, wanted} from '../fake-session.ts'

const tagging = mockClient(ResourceGroupsTaggingAPIClient)
const arn = (name: string): string => `arn:aws:sqs:eu-central-1:111122223333:${name}`
const tagged = (name: string, team?: string): object => ({
  ResourceARN: arn(name),
  Tags: team === undefined ? [] : [{Key: 'team', Value: team}],
})

beforeEach(() => {
  tagging.reset()
})

async function read(region = 'eu-central-1'): Promise<LiveEvent[]> {
  const {signal} = new AbortController()
  const request = {location: {...frankfurt, region}, types: [wanted('AWS::SQS::Queue', ['a', 'b'])], signal}
  return eventsOf(taggingReader(fakeSession).read(request))
}

test('every tagged resource comes, those that lost their tags included, and then the place is known', async () => {
  tagging
    .on(GetResourcesCommand)
    .resolvesOnce({ResourceTagMappingList: [tagged('jobs', 'vision')], PaginationToken: 'two'})
    .resolvesOnce({ResourceTagMappingList: [tagged('events')], PaginationToken: ''})
  expect(await read()).toEqual([
    {kind: 'tags', arn: arn('jobs'), tags: {team: 'vision'}},
    {kind: 'tags', arn: arn('events'), tags: {}},
    {kind: 'tagging-scope', location: frankfurt},
  ])
  const [first, second] = tagging.commandCalls(GetResourcesCommand).map(({args}) => args[0].input)
  expect(first).toEqual({ResourcesPerPage: 100})
  expect(second).toEqual({ResourcesPerPage: 100, PaginationToken: 'two'})
})

test('a walk whose token expired starts over, but not for ever', async () => {
  const first = {ResourceTagMappingList: [tagged('jobs', 'vision')], PaginationToken: 'two'}
  const expired = awsError('PaginationTokenExpiredException')
  tagging.on(GetResourcesCommand).resolvesOnce(first).rejectsOnce(expired).resolves({ResourceTagMappingList: []})
  expect((await read()).map(({kind}) => kind)).toEqual(['tags', 'tagging-scope'])

  tagging.reset()
  tagging.on(GetResourcesCommand).rejects(expired)
  expect((await read()).map(({kind}) => kind)).toEqual(['gap'])
  expect(tagging.commandCalls(GetResourcesCommand)).toHaveLength(3)
})

test('a denied call leaves the tags unknown, not empty', async () => {
  tagging.on(GetResourcesCommand).rejects(awsError('AccessDeniedException'))
  expect(await read()).toMatchObject([
    {
      kind: 'gap',
      gap: {reason: 'denied', action: 'tag:GetResources', location: frankfurt, hides: {count: 2}},
    },
  ])
})

test('tags of global objects come from the home region, without the claim that the rest has none', async () => {
  tagging.on(GetResourcesCommand).resolves({ResourceTagMappingList: [tagged('jobs', 'vision')]})
  expect((await read(globalRegion)).map(({kind}) => kind)).toEqual(['tags'])
  const [call] = tagging.commandCalls(GetResourcesCommand)
  expect(await call?.thisValue.config.region()).toBe('us-east-1')
})
