import {
  ConfigServiceClient,
  DescribeConfigurationAggregatorsCommand,
  DescribeConfigurationAggregatorSourcesStatusCommand,
  SelectAggregateResourceConfigCommand,
} from '@aws-sdk/client-config-service'
import {mockClient} from 'aws-sdk-client-mock'
import {beforeEach, describe, expect, test} from 'vitest'

import {aggregatorsOf} from '../../../src/live/aggregators.ts'
import {findAggregator, type Aggregator} from '../../../src/live/config-aggregator/aggregator.ts'
import {aggregatorReader} from '../../../src/live/config-aggregator/reader.ts'
import {readLive} from '../../../src/live/read-live.ts'
import type {WantedType} from '../../../src/live/reader.ts'
import type {LiveEvent} from '../../../src/model/live.ts'
import {eventsOf} from '../events-of.ts'
import {awsError, fakeSession, onlyAccount, wanted} from '../fake-session.ts'

const config = mockClient(ConfigServiceClient)
const {signal} = new AbortController()
const web = {partition: 'aws', account: '222233334444', region: 'eu-central-1'}

beforeEach(() => {
  config.reset()
  config
    .on(DescribeConfigurationAggregatorsCommand)
    .resolves({ConfigurationAggregators: [{ConfigurationAggregatorName: 'org'}]})
  config.on(DescribeConfigurationAggregatorSourcesStatusCommand).resolves({
    AggregatedSourceStatusList: [
      source('222233334444', 'eu-central-1', 'SUCCEEDED'),
      source('333344445555', 'eu-central-1', 'OUTDATED'),
      {...source('444455556666', 'eu-central-1', 'FAILED'), LastErrorMessage: 'not authorized'},
      {SourceId: 'o-1', SourceType: 'ORGANIZATION', AwsRegion: 'eu-central-1', LastUpdateStatus: 'SUCCEEDED'},
    ],
  })
})

function source(SourceId: string, AwsRegion: string, LastUpdateStatus: 'SUCCEEDED' | 'OUTDATED' | 'FAILED') {
  return {
    SourceId,
    SourceType: 'ACCOUNT',
    AwsRegion,
    LastUpdateStatus,
    LastUpdateTime: new Date('2026-01-02T03:04:05Z'),
  } as const
}

async function org(): Promise<Aggregator> {
  const only = await findAggregator(fakeSession, {regions: ['eu-central-1']}, signal)
  return only ?? expect.fail('none was found')
}

function repository(name: string): string {
  const item = {
    resourceType: 'AWS::ECR::Repository',
    resourceId: name,
    accountId: web.account,
    awsRegion: web.region,
    configuration: {RepositoryName: name},
    tags: [],
  }
  return JSON.stringify(item)
}

function answers(...names: readonly string[]): void {
  config.on(SelectAggregateResourceConfigCommand).resolves({Results: names.map(repository)})
}

async function read(types: readonly WantedType[], alone = false): Promise<readonly LiveEvent[]> {
  return eventsOf(aggregatorReader(await org(), {alone}).read({location: web, types, signal}))
}

function outline(events: readonly LiveEvent[]): readonly string[] {
  return events.map((event) => {
    if (event.kind === 'object') return `object ${event.object.id} by ${event.object.reader}`
    if (event.kind === 'scope')
      return `scope ${event.scope.type} by ${event.scope.reader} without ${event.scope.unread?.join() ?? 'nothing'}`
    return event.kind === 'gap' ? `gap ${event.gap.reason} hides ${event.gap.hides.count}` : event.kind
  })
}

describe('an aggregator', () => {
  test('says of which places it has copies, and why not of others', async () => {
    const reader = aggregatorReader(await org())
    const ability = async (account: string, region = 'eu-central-1', type = 'AWS::ECR::Repository') => {
      const answer = await reader.ability(wanted(type), {...web, account, region}, signal)
      return answer.can ? 'can' : `${answer.why.reason}: ${answer.why.detail}`
    }
    expect(await ability('222233334444')).toBe('can')
    expect(await ability('222233334444', 'global', 'AWS::IAM::Role')).toBe('can')
    expect(await ability('222233334444', 'eu-west-1')).toBe(
      'not-recorded: The aggregator org does not collect from this place.',
    )
    expect(await ability('333344445555')).toBe(
      'stale: The aggregator org has heard nothing from this place since 2026-01-02T03:04Z.',
    )
    expect(await ability('444455556666')).toBe(
      'failed: The aggregator org cannot collect from this place: not authorized.',
    )
    expect(await ability('222233334444', 'eu-central-1', 'AWS::Nothing::AtAll')).toMatch(/^unsupported-type/)
  })

  test('that leaves types out by a filter is not asked', async () => {
    const filtered = {
      ConfigurationAggregatorName: 'some',
      AggregatorFilters: {ResourceType: {Type: 'INCLUDE' as const, Value: []}},
    }
    config.on(DescribeConfigurationAggregatorsCommand).resolves({ConfigurationAggregators: [filtered]})
    expect(await findAggregator(fakeSession, {regions: ['eu-central-1']}, signal)).toBeUndefined()
  })

  test('is believed in what it has', async () => {
    answers('web', 'api')
    expect(outline(await read([wanted('AWS::ECR::Repository', ['web'])]))).toEqual([
      'object web by config-aggregator',
      'object api by config-aggregator',
      'scope AWS::ECR::Repository by config-aggregator without nothing',
    ])
    const [call] = config.commandCalls(SelectAggregateResourceConfigCommand)
    expect(call?.args[0].input).toMatchObject({
      ConfigurationAggregatorName: 'org',
      Expression: expect.stringContaining(
        `WHERE accountId = '222233334444' AND awsRegion = 'eu-central-1' AND resourceType IN ('AWS::ECR::Repository')`,
      ),
    })
  })

  test.each([
    ['something declared', ['web'], ['web', 'gone'], 2],
    ['everything', [], ['web'], 1],
    ['a type of which nothing is declared', [], [], 0],
  ])('is not believed in what it lacks: %s', async (_, has, declared, hides) => {
    answers(...has)
    const events = await read([wanted('AWS::ECR::Repository', declared)])
    expect(outline(events).at(-1)).toBe(`gap not-recorded hides ${hides}`)
    expect(events.some(({kind}) => kind === 'scope')).toBe(false)
  })

  test('that stands alone tells what it lacks apart', async () => {
    answers('web')
    expect(outline(await read([wanted('AWS::ECR::Repository', ['web', 'gone'])], true))).toEqual([
      'object web by config-aggregator',
      'scope AWS::ECR::Repository by config-aggregator without gone',
      'gap not-recorded hides 1',
    ])
  })

  test('that fails on a query is asked by halves, so that one type costs the others nothing', async () => {
    config.on(SelectAggregateResourceConfigCommand).callsFake(({Expression: text}: {Expression: string}) => {
      if (text.includes('EKS')) throw awsError('InternalServerError', 500)
      return {Results: [repository('web')]}
    })
    expect(outline(await read([wanted('AWS::ECR::Repository', ['web']), wanted('AWS::EKS::Cluster', ['x'])]))).toEqual([
      'object web by config-aggregator',
      'scope AWS::ECR::Repository by config-aggregator without nothing',
      'gap failed hides 1',
    ])
  })
})

describe('an account that lets nobody in', () => {
  const types = [wanted('AWS::ECR::Repository', ['web', 'gone']), wanted('AWS::SQS::Queue', ['https://queue'])]
  const targets = [{location: web, types}]

  async function events(): Promise<readonly LiveEvent[]> {
    const aggregators = aggregatorsOf(fakeSession, undefined, ['eu-central-1'], signal)
    const reading = readLive({sessions: onlyAccount, choice: 'auto', targets, aggregators, signal})
    return (await eventsOf(reading)).filter((event) => event.kind !== 'account-read')
  }

  test('is read by copies of it; what they lack is hidden by the account', async () => {
    answers('web')
    const found = await events()
    expect(outline(found)).toEqual([
      'object web by config-aggregator',
      'scope AWS::ECR::Repository by config-aggregator without gone',
      'gap not-recorded hides 1',
      'gap not-read hides 1',
    ])
    expect(found.at(-1)).toMatchObject({gap: {location: {account: web.account}, hides: {examples: ['https://queue']}}})
  })

  test('is a gap as a whole where nobody may look for an aggregator', async () => {
    config.on(DescribeConfigurationAggregatorsCommand).rejects(awsError('AccessDeniedException'))
    expect(outline(await events())).toEqual(['gap not-read hides 3'])
  })
})

test('an aggregator that was named has to be there', async () => {
  const {named} = aggregatorsOf(fakeSession, 'other', ['eu-central-1'], signal)
  await expect(named).rejects.toMatchObject({code: 'aggregator-unknown'})
})
