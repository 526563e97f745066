import {
  ListIndexesCommand,
  ResourceExplorer2Client,
  SearchCommand,
  type Resource,
} from '@aws-sdk/client-resource-explorer-2'
import {mockClient} from 'aws-sdk-client-mock'
import {beforeEach, describe, expect, test} from 'vitest'

import type {WantedType} from '../../../src/live/reader.ts'
import {resourceExplorer} from '../../../src/live/resource-explorer/explorer.ts'
import type {LiveEvent} from '../../../src/model/live.ts'
import {eventsOf} from '../events-of.ts'
import {awsError, fakeSession, frankfurt, wanted} from '../fake-session.ts'

const explorer = mockClient(ResourceExplorer2Client)
const projects = wanted('AWS::CodeBuild::Project', ['nightly'])
const snapshots = wanted('AWS::EC2::Volume')

beforeEach(() => {
  explorer.reset()
  explorer.on(ListIndexesCommand).resolves({Indexes: [{Region: 'eu-central-1', Type: 'LOCAL'}]})
})

function project(name: string, more: Partial<Resource> = {}): Resource {
  return {
    Arn: `arn:aws:codebuild:eu-central-1:111122223333:project/${name}`,
    OwningAccountId: '111122223333',
    Region: 'eu-central-1',
    ResourceType: 'codebuild:project',
    CfnResourceType: 'AWS::CodeBuild::Project',
    LastReportedAt: new Date('2026-03-01T12:00:00Z'),
    ...more,
  }
}

async function search(types: readonly WantedType[] = [projects]): Promise<readonly LiveEvent[]> {
  const {signal} = new AbortController()
  return eventsOf(resourceExplorer(fakeSession).search(frankfurt, types, signal))
}

function outline(events: readonly LiveEvent[]): readonly string[] {
  return events.map((event) => {
    if (event.kind === 'object') return `object ${event.object.id}`
    if (event.kind === 'scope') return `scope ${event.scope.type}`
    return event.kind === 'gap' ? `gap ${event.gap.reason}` : event.kind
  })
}

function queries(): readonly (string | undefined)[] {
  return explorer.commandCalls(SearchCommand).map(({args}) => args[0].input.QueryString)
}

describe('an index', () => {
  test('names what nobody declares, page by page, with the tags that its view includes', async () => {
    const tagged = project('by-hand', {Properties: [{Name: 'tags', Data: [{Key: 'team', Value: 'ml'}]}]})
    explorer
      .on(SearchCommand)
      .resolvesOnce({Resources: [project('nightly'), tagged], NextToken: 'two', Count: {Complete: true}})
      .resolvesOnce({Resources: [project('bare')], Count: {Complete: true}})
    const events = await search()
    expect(outline(events)).toEqual(['object by-hand', 'object bare', 'scope AWS::CodeBuild::Project'])
    expect(events[0]).toMatchObject({
      object: {
        arn: 'arn:aws:codebuild:eu-central-1:111122223333:project/by-hand',
        tags: {team: 'ml'},
        reader: 'resource-explorer',
        capturedAt: '2026-03-01T12:00:00.000Z',
      },
    })
    expect(events[1]).not.toHaveProperty('object.tags')
    expect(queries()).toEqual(Array(2).fill('service:codebuild region:eu-central-1 accountid:111122223333'))
  })

  test('of an organisation names those of other accounts and regions too: they are not ours', async () => {
    const foreign = [project('theirs', {OwningAccountId: '444455556666'}), project('far', {Region: 'eu-west-1'})]
    explorer.on(SearchCommand).resolves({Resources: foreign, Count: {Complete: true}})
    expect(outline(await search())).toEqual(['scope AWS::CodeBuild::Project'])
  })

  test('that gathers all regions is asked instead of one for each', async () => {
    explorer.on(ListIndexesCommand).resolves({Indexes: [{Region: 'us-east-1', Type: 'AGGREGATOR'}]})
    explorer.on(SearchCommand).callsFake(async (_, getClient: () => ResourceExplorer2Client) => ({
      Resources: [project(await getClient().config.region())],
      Count: {Complete: true},
    }))
    expect(outline(await search())).toEqual(['object us-east-1', 'scope AWS::CodeBuild::Project'])
  })

  test('with more than it shows is asked in halves', async () => {
    explorer.on(SearchCommand).callsFake(({QueryString: query}: {QueryString: string}) => {
      const tag = /tag:(\w+)/.exec(query)?.[1]
      return {Resources: [project(tag ?? 'first')], Count: {Complete: tag !== undefined}}
    })
    expect(outline(await search())).toEqual(['object none', 'object all', 'scope AWS::CodeBuild::Project'])
  })

  test('with more than even that is not taken for all', async () => {
    explorer.on(SearchCommand).resolves({Resources: [project('one')], Count: {Complete: false}})
    expect(outline(await search())).toEqual(['object one'])
    expect(queries().at(-1)).toMatch(/resourcetype:codebuild:project$/)
  })

  test('whose ARN does not tell the identifier has not searched', async () => {
    const odd = project('odd', {Arn: 'arn:aws:codebuild:eu-central-1:111122223333:report/odd'})
    explorer.on(SearchCommand).resolves({Resources: [odd], Count: {Complete: true}})
    expect(outline(await search())).toEqual([])
  })

  test('is asked once for the types of a service', async () => {
    explorer.on(SearchCommand).resolves({Resources: [], Count: {Complete: true}})
    await search([projects, snapshots, wanted('AWS::EC2::Instance')])
    expect(queries()).toHaveLength(2)
  })
})

describe('without an index', () => {
  test('that is told once an account', async () => {
    explorer.on(ListIndexesCommand).resolves({Indexes: []})
    const one = resourceExplorer(fakeSession)
    const {signal} = new AbortController()
    const first = await eventsOf(one.search(frankfurt, [projects], signal))
    const second = await eventsOf(one.search({...frankfurt, region: 'eu-west-1'}, [projects], signal))
    expect([outline(first), outline(second)]).toEqual([['gap not-recorded'], []])
  })

  test('and where asking is denied, the scan goes on', async () => {
    explorer.on(ListIndexesCommand).rejects(awsError('AccessDeniedException', 403, 'not authorized'))
    const events = await search()
    expect(outline(events)).toEqual(['gap not-recorded'])
    expect(events[0]).toMatchObject({gap: {detail: expect.stringContaining('resource-explorer-2:ListIndexes')}})
  })

  test('nobody is asked where nothing is left to search for', async () => {
    expect(await search([])).toEqual([])
    expect(explorer.commandCalls(ListIndexesCommand)).toHaveLength(0)
  })
})
