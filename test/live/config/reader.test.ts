import {
  BatchGetResourceConfigCommand,
  GetResourceConfigHistoryCommand,
  ListDiscoveredResourcesCommand,
  SelectResourceConfigCommand,
} from '@aws-sdk/client-config-service'
import {beforeEach, describe, expect, test} from 'vitest'

import {configReader} from '../../../src/live/config/reader.ts'
import {awsError, fakeSession, frankfurt, wanted} from '../fake-session.ts'
import {clusters, config, outline, read, record, repositories, resetConfig, row} from './mocked-config.ts'

beforeEach(resetConfig)

function repository(id: string): string {
  return row('AWS::ECR::Repository', id)
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

  test('is handed on an answer at a time, and one that says nothing new not at all', async () => {
    config
      .on(SelectResourceConfigCommand)
      .resolvesOnce({Results: [repository('embeddings'), repository('ranker')], NextToken: 'two'})
      .resolvesOnce({Results: [repository('ranker')], NextToken: 'three'})
      .resolvesOnce({Results: [repository('labels')]})
    const {signal} = new AbortController()
    const reading = configReader(fakeSession, []).read({location: frankfurt, types: [repositories], signal})
    expect((await Array.fromAsync(reading)).map(outline)).toEqual([
      ['object embeddings', 'object ranker'],
      ['object labels'],
      ['scope AWS::ECR::Repository'],
    ])
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

describe('a type of which nothing is there', () => {
  beforeEach(() => {
    config.on(SelectResourceConfigCommand).resolves({Results: []})
  })

  test('was read to the end, if Config once saw what is declared', async () => {
    expect(outline(await read([repositories]))).toEqual(['scope AWS::ECR::Repository'])
    const [probe] = config.commandCalls(GetResourceConfigHistoryCommand)
    expect(probe?.args[0].input).toMatchObject({resourceType: 'AWS::ECR::Repository', resourceId: 'embeddings'})
  })

  test('was read to the end, if Config saw it more than a week ago, which is another page', async () => {
    config.on(GetResourceConfigHistoryCommand).resolves({configurationItems: [], nextToken: 'the week before'})
    expect(outline(await read([repositories]))).toEqual(['scope AWS::ECR::Repository'])
  })

  test('was not looked at, if Config never saw it: the type may not be known in the region', async () => {
    config.on(GetResourceConfigHistoryCommand).rejects(awsError('ResourceNotDiscoveredException'))
    expect(outline(await read([repositories]))).toEqual(['gap not-recorded AWS::ECR::Repository - 2'])
  })

  test('was not looked at, if nobody may ask', async () => {
    config.on(GetResourceConfigHistoryCommand).rejects(awsError('AccessDeniedException'))
    expect(outline(await read([repositories]))).toEqual([
      'gap denied AWS::ECR::Repository config:GetResourceConfigHistory 2',
    ])
  })

  test('is not asked about where nothing is declared', async () => {
    expect(outline(await read([wanted('AWS::ECR::Repository')]))).toEqual(['scope AWS::ECR::Repository'])
    expect(config.commandCalls(GetResourceConfigHistoryCommand)).toHaveLength(0)
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

test('an interruption ends the reading', async () => {
  const interrupt = new AbortController()
  config.on(SelectResourceConfigCommand).callsFake(() => {
    interrupt.abort()
    throw Object.assign(new Error('aborted'), {name: 'AbortError'})
  })
  const request = {location: frankfurt, types: [repositories], signal: interrupt.signal}
  await expect(Array.fromAsync(configReader(fakeSession, []).read(request))).rejects.toThrow('aborted')
})
