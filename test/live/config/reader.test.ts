import {
  BatchGetResourceConfigCommand,
  ConfigServiceClient,
  DescribeConfigurationRecordersCommand,
  DescribeConfigurationRecorderStatusCommand,
  ListDiscoveredResourcesCommand,
  SelectResourceConfigCommand,
  type RecordingGroup,
  type RecordingMode,
} from '@aws-sdk/client-config-service'
import {mockClient} from 'aws-sdk-client-mock'
import {beforeEach, describe, expect, test} from 'vitest'

import {configReader} from '../../../src/live/config/reader.ts'
import type {WantedType} from '../../../src/live/reader.ts'
import type {LiveEvent} from '../../../src/model/live.ts'
import {globalRegion} from '../../../src/model/location.ts'
import {awsError, fakeSession, frankfurt, wanted} from '../fake-session.ts'

const config = mockClient(ConfigServiceClient)
const repositories = wanted('AWS::ECR::Repository', ['embeddings', 'ranker'])
const clusters = wanted('AWS::EKS::Cluster', ['training'])

beforeEach(() => {
  config.reset()
  record({allSupported: true})
})

function record(recordingGroup: RecordingGroup, recording = true, recordingMode?: RecordingMode): void {
  const recorder = {name: 'default', recordingGroup, ...(recordingMode ? {recordingMode} : {})}
  config.on(DescribeConfigurationRecordersCommand).resolves({ConfigurationRecorders: [recorder]})
  config
    .on(DescribeConfigurationRecorderStatusCommand)
    .resolves({ConfigurationRecordersStatus: [{name: 'default', recording}]})
}

function row(type: string, id: string, configuration: object | string = {RepositoryName: id, Name: id}): string {
  const place = {accountId: '111122223333', awsRegion: 'eu-central-1'}
  return JSON.stringify({resourceType: type, resourceId: id, ...place, configuration, tags: []})
}

/** Answers as if one region alone recorded anything. */
function recordOnlyIn(region: string) {
  return async (_: object, getClient: () => ConfigServiceClient) => {
    const here = (await getClient().config.region()) === region
    return {ConfigurationRecorders: [{name: 'default', recordingGroup: here ? {allSupported: true} : {}}]}
  }
}

async function read(types: readonly WantedType[], region = 'eu-central-1', regions = [region]): Promise<LiveEvent[]> {
  const {signal} = new AbortController()
  const request = {location: {...frankfurt, region}, types, signal}
  return Array.fromAsync(configReader(fakeSession, regions).read(request))
}

/** `object embeddings`, `scope AWS::EKS::Cluster`, `gap denied AWS::EKS::Cluster config:SelectResourceConfig 1`. */
function outline(events: readonly LiveEvent[]): readonly string[] {
  return events.map((event) => {
    if (event.kind === 'object') return `object ${event.object.id}`
    if (event.kind === 'scope') return `scope ${event.scope.type}`
    if (event.kind !== 'gap') return event.kind
    const {reason, type, action, hides} = event.gap
    return `gap ${reason} ${type} ${action ?? '-'} ${hides.count}`
  })
}

describe('a type that is recorded', () => {
  test('is queried page by page, and then known to the end', async () => {
    config
      .on(SelectResourceConfigCommand)
      .resolvesOnce({Results: [row('AWS::ECR::Repository', 'embeddings')], NextToken: 'two'})
      .resolvesOnce({Results: [row('AWS::ECR::Repository', 'ranker')]})
    const events = await read([repositories])
    expect(outline(events)).toEqual(['object embeddings', 'object ranker', 'scope AWS::ECR::Repository'])
    expect(events.at(-1)).toMatchObject({scope: {location: frankfurt, reader: 'config', sees: '*'}})
    const [first, second] = config.commandCalls(SelectResourceConfigCommand).map(({args}) => args[0].input)
    expect(first).toEqual({Expression: expect.stringMatching(/IN \('AWS::ECR::Repository'\)$/), Limit: 100})
    expect(second).toMatchObject({NextToken: 'two'})
  })

  test('shares a query with others', async () => {
    const results = [row('AWS::ECR::Repository', 'embeddings'), row('AWS::EKS::Cluster', 'training')]
    config.on(SelectResourceConfigCommand).resolves({Results: results})
    expect(outline(await read([repositories, clusters]))).toEqual([
      'object embeddings',
      'object training',
      'scope AWS::ECR::Repository',
      'scope AWS::EKS::Cluster',
    ])
    expect(config.commandCalls(SelectResourceConfigCommand)).toHaveLength(1)
  })

  test('may come with its configuration as text', async () => {
    const results = [row('AWS::ECR::Repository', 'embeddings', '{"RepositoryName":"embeddings"}')]
    config.on(SelectResourceConfigCommand).resolves({Results: results})
    expect((await read([repositories]))[0]).toMatchObject({object: {properties: {RepositoryName: 'embeddings'}}})
  })

  test('has objects that cannot be read: they are neither missing nor there', async () => {
    const results = [row('AWS::ECR::Repository', 'embeddings'), row('AWS::ECR::Repository', 'ranker', '')]
    config.on(SelectResourceConfigCommand).resolves({Results: results})
    const events = await read([repositories])
    expect(outline(events)).toEqual([
      'object embeddings',
      'gap failed AWS::ECR::Repository - 1',
      'scope AWS::ECR::Repository',
    ])
    expect(events.at(-1)).toMatchObject({scope: {unread: ['ranker']}})
  })

  test('in a shape that nobody can read yet was not read', async () => {
    const results = [row('AWS::CodeDeploy::Application', 'shop', {applicationName: 'shop'})]
    config.on(SelectResourceConfigCommand).resolves({Results: results})
    expect(outline(await read([wanted('AWS::CodeDeploy::Application')]))).toEqual([
      'gap unsupported-type AWS::CodeDeploy::Application - 1',
    ])
  })

  test('once a day may be stale', async () => {
    record({allSupported: true}, true, {recordingFrequency: 'DAILY'})
    config.on(SelectResourceConfigCommand).resolves({Results: []})
    expect(outline(await read([repositories]))).toEqual([
      'scope AWS::ECR::Repository',
      'gap stale AWS::ECR::Repository - 2',
    ])
  })
})

describe('a query that fails', () => {
  const listed = [{resourceType: 'AWS::ECR::Repository', resourceId: 'embeddings'} as const]
  const documents = [{...listed[0], accountId: '111122223333', configuration: '{"RepositoryName":"embeddings"}'}]

  test('is repeated type by type, and nothing comes twice', async () => {
    config
      .on(SelectResourceConfigCommand)
      .resolvesOnce({Results: [row('AWS::ECR::Repository', 'embeddings')], NextToken: 'two'})
      .rejectsOnce(awsError('InternalError', 500))
      .resolvesOnce({Results: [row('AWS::ECR::Repository', 'embeddings')]})
      .resolvesOnce({Results: [row('AWS::EKS::Cluster', 'training')]})
    expect(outline(await read([repositories, clusters]))).toEqual([
      'object embeddings',
      'scope AWS::ECR::Repository',
      'object training',
      'scope AWS::EKS::Cluster',
    ])
  })

  test('gives way to a list and a batch read, whose unprocessed keys are asked for again', async () => {
    config.on(SelectResourceConfigCommand).rejects(awsError('InvalidExpressionException'))
    config.on(ListDiscoveredResourcesCommand).resolves({resourceIdentifiers: listed})
    config
      .on(BatchGetResourceConfigCommand)
      .resolvesOnce({baseConfigurationItems: [], unprocessedResourceKeys: listed})
      .resolvesOnce({baseConfigurationItems: documents})
    const events = await read([repositories])
    expect(outline(events)).toEqual(['object embeddings', 'scope AWS::ECR::Repository'])
    expect(events[0]).not.toHaveProperty('object.tags')
  })

  test('and keys that stay unprocessed are told', async () => {
    config.on(SelectResourceConfigCommand).rejects(awsError('InvalidExpressionException'))
    config.on(ListDiscoveredResourcesCommand).resolves({resourceIdentifiers: listed})
    config.on(BatchGetResourceConfigCommand).resolves({unprocessedResourceKeys: listed})
    const events = await read([repositories])
    expect(outline(events)).toEqual(['gap throttled AWS::ECR::Repository - 1', 'scope AWS::ECR::Repository'])
    expect(events[1]).toMatchObject({scope: {unread: ['embeddings']}})
  })

  test('for one type alone leaves the others be, and says what would have to be allowed', async () => {
    config.on(SelectResourceConfigCommand).callsFake((input: {Expression?: string}) => {
      if (input.Expression?.includes('AWS::ECR::Repository')) throw awsError('AccessDeniedException')
      return {Results: [row('AWS::EKS::Cluster', 'training')]}
    })
    config.on(ListDiscoveredResourcesCommand).rejects(awsError('AccessDeniedException'))
    const events = await read([repositories, clusters])
    expect(outline(events)).toEqual([
      'gap denied AWS::ECR::Repository config:SelectResourceConfig 2',
      'object training',
      'scope AWS::EKS::Cluster',
    ])
    expect(events[0]).toMatchObject({gap: {hides: {examples: ['embeddings', 'ranker']}}})
  })

  test.each([
    ['ThrottlingException', 'throttled'],
    ['TimeoutError', 'timed-out'],
    ['UnrecognizedClientException', 'region-off'],
    ['ExpiredTokenException', 'failed'],
  ])('with %s to the end is a gap: %s', async (name, reason) => {
    config.on(SelectResourceConfigCommand).rejects(awsError(name))
    config.on(ListDiscoveredResourcesCommand).rejects(awsError(name))
    expect(outline(await read([repositories]))).toEqual([
      `gap ${reason} AWS::ECR::Repository config:SelectResourceConfig 2`,
    ])
  })

  test('for a fault of our own ends the scan', async () => {
    config.on(SelectResourceConfigCommand).rejects(new TypeError('undefined is not a function'))
    await expect(read([repositories])).rejects.toThrow(TypeError)
  })
})

describe('a type that is not recorded is a gap', () => {
  const notRecorded = 'gap not-recorded AWS::ECR::Repository - 2'

  test('without a recorder', async () => {
    config.on(DescribeConfigurationRecordersCommand).resolves({ConfigurationRecorders: []})
    expect(outline(await read([repositories]))).toEqual([notRecorded])
  })

  test('with the recorder off', async () => {
    record({allSupported: true}, false)
    expect(outline(await read([repositories]))).toEqual([notRecorded])
    expect(config.commandCalls(SelectResourceConfigCommand)).toHaveLength(0)
  })

  test.each<[string, RecordingGroup]>([
    ['left out of a list', {allSupported: false, resourceTypes: ['AWS::EKS::Cluster']}],
    [
      'excluded',
      {
        recordingStrategy: {useOnly: 'EXCLUSION_BY_RESOURCE_TYPES'},
        exclusionByResourceTypes: {resourceTypes: ['AWS::ECR::Repository']},
      },
    ],
  ])('%s', async (_, recordingGroup) => {
    record(recordingGroup)
    config.on(SelectResourceConfigCommand).resolves({Results: []})
    expect(outline(await read([repositories, clusters]))).toEqual([notRecorded, 'scope AWS::EKS::Cluster'])
  })

  test('since Config does not know it', async () => {
    const groups = wanted('AWS::Logs::LogGroup', ['/aws/lambda/ranker'])
    expect(outline(await read([groups]))).toEqual(['gap unsupported-type AWS::Logs::LogGroup - 1'])
  })

  test('as long as nobody may say whether it is', async () => {
    config.on(DescribeConfigurationRecordersCommand).rejects(awsError('AccessDeniedException'))
    expect(outline(await read([repositories]))).toEqual([
      'gap denied AWS::ECR::Repository config:DescribeConfigurationRecorders 2',
    ])
  })
})

describe('a global type', () => {
  const providers = wanted('AWS::IAM::SAMLProvider')
  const zones = wanted('AWS::Route53::HostedZone')

  test('is read once, from the first region that records it', async () => {
    config.on(DescribeConfigurationRecordersCommand).callsFake(recordOnlyIn('eu-west-1'))
    config.on(SelectResourceConfigCommand).resolves({Results: []})
    const events = await read([providers], globalRegion, ['eu-central-1', 'eu-west-1', 'us-west-2'])
    expect(events).toMatchObject([{kind: 'scope', scope: {location: {region: globalRegion}}}])
    const [query] = config.commandCalls(SelectResourceConfigCommand)
    expect(await query?.thisValue.config.region()).toBe('eu-west-1')
  })

  test('other than IAM is kept in the home region of its service', async () => {
    config.on(SelectResourceConfigCommand).resolves({Results: []})
    await read([zones], globalRegion, ['eu-central-1'])
    const [query] = config.commandCalls(SelectResourceConfigCommand)
    expect(await query?.thisValue.config.region()).toBe('us-east-1')
  })

  test('of IAM is left out of "all supported" unless asked for', async () => {
    expect(outline(await read([wanted('AWS::IAM::Role')], globalRegion, ['eu-central-1']))).toEqual([
      'gap not-recorded AWS::IAM::Role - 0',
    ])
  })
})

test('an interruption ends the reading', async () => {
  const interrupt = new AbortController()
  config.on(SelectResourceConfigCommand).callsFake(() => {
    interrupt.abort()
    throw Object.assign(new Error('aborted'), {name: 'AbortError'})
  })
  const request = {location: frankfurt, types: [repositories], signal: interrupt.signal}
  await expect(Array.fromAsync(configReader(fakeSession, []).read(request))).rejects.toThrow('aborted')
})
