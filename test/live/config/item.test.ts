import {describe, expect, test} from 'vitest'

import {liveObjectOf, type ConfigItem} from '../../../src/live/config/item.ts'

const repository: ConfigItem = {
  resourceType: 'AWS::ECR::Repository',
  resourceId: 'embeddings',
  resourceName: 'embeddings',
  arn: 'arn:aws:ecr:eu-central-1:111122223333:repository/embeddings',
  accountId: '111122223333',
  awsRegion: 'eu-central-1',
  configurationItemStatus: 'OK',
  configurationItemCaptureTime: '2026-02-01T10:00:00.000+01:00',
  resourceCreationTime: 1_767_225_600,
  tags: [{tag: 'team=search', key: 'team', value: 'search'}],
  configuration: {RepositoryName: 'embeddings', ImageTagMutability: 'IMMUTABLE'},
  supplementaryConfiguration: {},
}

function objectOf(item: Partial<ConfigItem>): unknown {
  const event = liveObjectOf({...repository, ...item})
  return event?.kind === 'object' ? event.object : event
}

test('a CloudFormation-shaped item is the object as it stands', () => {
  expect(objectOf({})).toEqual({
    type: 'AWS::ECR::Repository',
    id: 'embeddings',
    location: {partition: 'aws', account: '111122223333', region: 'eu-central-1'},
    arn: 'arn:aws:ecr:eu-central-1:111122223333:repository/embeddings',
    name: 'embeddings',
    properties: {RepositoryName: 'embeddings', ImageTagMutability: 'IMMUTABLE'},
    // What the recorder may not have known when it wrote the item.
    unseen: [
      'EncryptionConfiguration',
      'ImageTagMutabilityExclusionFilters',
      'LifecyclePolicy',
      'RepositoryPolicyText',
    ],
    tags: {team: 'search'},
    capturedAt: '2026-02-01T09:00:00.000Z',
    createdAt: '2026-01-01T00:00:00.000Z',
    reader: 'config',
  })
})

test.each([
  ['text', JSON.stringify(repository.configuration)],
  ['text of text', JSON.stringify(JSON.stringify(repository.configuration))],
])('a configuration may come as %s', (_, configuration) => {
  expect(objectOf({configuration})).toEqual(objectOf({}))
})

describe('the identifier', () => {
  test.each([
    [
      'AWS::ECS::Service',
      {ServiceArn: 'arn:aws:ecs:eu-central-1:111122223333:service/prod/embed', Cluster: 'prod'},
      'arn:aws:ecs:eu-central-1:111122223333:service/prod/embed|arn:aws:ecs:eu-central-1:111122223333:cluster/prod',
    ],
    ['AWS::ECS::Service', {Cluster: 'prod'}, 'embeddings'],
    ['AWS::EKS::Cluster', {Name: 'training', Arn: 'arn:x'}, 'training'],
    ['AWS::MSK::Cluster', {ClusterName: 'events'}, 'embeddings'],
  ])('of %s with %j is %s', (resourceType, configuration, id) => {
    expect(objectOf({resourceType, configuration})).toMatchObject({type: resourceType, id})
  })

  test('goes with the type that CloudFormation knows', () => {
    const domain = {resourceType: 'AWS::OpenSearch::Domain', configuration: {DomainName: 'logs'}}
    expect(objectOf(domain)).toMatchObject({type: 'AWS::OpenSearchService::Domain', id: 'logs'})
  })
})

describe('tags', () => {
  const tagged = {RepositoryName: 'x', Tags: [{Key: 'team', Value: 'vision'}]}
  test.each([
    ['a map', {tags: {team: 'vision'}}, {team: 'vision'}],
    ['key and value', {tags: [{key: 'team', value: 'vision'}]}, {team: 'vision'}],
    ['a tag without a value', {tags: [{key: 'team', value: null}]}, {team: ''}],
    ['supplementary text', {tags: {}, supplementaryConfiguration: {Tags: '[{"tagKey":"a","tagValue":"b"}]'}}, {a: 'b'}],
    ['the configuration', {tags: {}, configuration: tagged}, {team: 'vision'}],
    ['none', {tags: []}, {}],
  ])('from %s', (_, item, tags) => {
    expect(objectOf(item)).toMatchObject({tags})
  })

  test('are absent where the answer carries none at all', () => {
    const {tags: _, ...untagged} = repository
    expect(liveObjectOf(untagged)).not.toHaveProperty('object.tags')
  })
})

describe('the place', () => {
  const home = {partition: 'aws-cn', account: '444455556666', region: 'cn-north-1'}

  test('of a global type is global', () => {
    const zone = {resourceType: 'AWS::Route53::HostedZone', awsRegion: 'us-east-1', configuration: {Id: 'Z1'}}
    expect(objectOf(zone)).toMatchObject({location: {region: 'global', account: '111122223333'}})
  })

  test('is where the item was read, if the item does not say', () => {
    const placeless = {...repository, arn: null, accountId: null, awsRegion: 'Not Applicable'}
    expect(liveObjectOf(placeless, home)).toMatchObject({object: {location: home}})
    expect(liveObjectOf(placeless)).toMatchObject({
      gap: {reason: 'location-unknown', hides: {examples: ['embeddings']}},
    })
  })
})

describe('an item that is no object', () => {
  test.each(['ResourceDeleted', 'ResourceDeletedNotRecorded'])('%s is gone', (configurationItemStatus) => {
    expect(liveObjectOf({...repository, configurationItemStatus})).toBeUndefined()
  })

  test.each([
    ['an unrecorded one', {configurationItemStatus: 'ResourceNotRecorded'}, 'not-recorded'],
    ['one without a configuration', {configuration: null}, 'failed'],
    ['one with an empty configuration', {configuration: '{}'}, 'failed'],
    ['one with text that is no JSON', {configuration: '{"broken'}, 'failed'],
    ['a legacy shape without projector', {resourceType: 'AWS::X::Y', configuration: {aName: 1}}, 'unsupported-type'],
  ])('%s is a gap', (_, item, reason) => {
    expect(objectOf(item)).toMatchObject({kind: 'gap', gap: {reason, hides: {count: 1, examples: ['embeddings']}}})
  })
})
