import {expect, test} from 'vitest'

import {loadCatalog} from '../../src/catalog/catalog.ts'
import {objectFinder} from '../../src/drift/object-finder.ts'
import {ownerOf} from '../../src/drift/owners.ts'
import type {LiveObject} from '../../src/model/live.ts'

const location = {partition: 'aws', account: '123456789012', region: 'us-east-1'}
const catalog = await loadCatalog()

function object(type: string, id: string, rest: Partial<LiveObject> = {}): LiveObject {
  return {type, id, location, properties: {}, reader: 'config', ...rest}
}

function volumeOn(instance: string, goesToo: boolean): LiveObject {
  const attachment = {InstanceId: instance, Device: '/dev/sda1', DeleteOnTermination: goesToo}
  return object('AWS::EC2::Volume', 'vol-0f1e2d3c', {properties: {VolumeAttachment: [attachment]}})
}

function owner(of: LiveObject, ...others: readonly LiveObject[]): string | undefined {
  const joined = others.map((live) => ({type: live.type, id: live.id, location, shares: [], live}))
  return ownerOf(of, {find: objectFinder(joined), catalog})?.ownedBy
}

const instance = object('AWS::EC2::Instance', 'i-0a1b2c3d')
const child = {...instance, tags: {'aws:autoscaling:groupName': 'sweep'}}

test('a volume that goes with its instance belongs to it', () => {
  expect(owner(volumeOn(instance.id, true), instance)).toBe('instance i-0a1b2c3d')
})

test('a volume that outlives an instance of nobody is of nobody', () => {
  expect(owner(volumeOn(instance.id, false), instance)).toBeUndefined()
})

test('a volume of an instance in an Auto Scaling group belongs to the group', () => {
  expect(owner(volumeOn(child.id, false), child)).toBe('Auto Scaling group sweep')
})

test('a volume of an instance that was not read is of nobody', () => {
  expect(owner(volumeOn(instance.id, true))).toBeUndefined()
})

test.each([
  ['alias/aws/ebs', 'AWS (managed key)'],
  ['alias/awesome', undefined],
])('the alias %s', (id, expected) => {
  expect(owner(object('AWS::KMS::Alias', id))).toBe(expected)
})

test.each([
  ['us-east-1', undefined],
  ['eu-west-1', 'trail arn:aws:cloudtrail:eu-west-1:123456789012:trail/all'],
])('a trail at home in %s is, elsewhere, of its home', (home, of) => {
  const arn = `arn:aws:cloudtrail:${home}:123456789012:trail/all`
  expect(owner(object('AWS::CloudTrail::Trail', 'all', {arn}))).toBe(of)
})

test.each([
  [
    'a cluster of a replication group',
    'AWS::ElastiCache::CacheCluster',
    'ReplicationGroupId',
    'sessions',
    'replication group sessions',
  ],
  ['a rule of a service', 'AWS::Events::Rule', 'ManagedBy', 'batch.amazonaws.com', 'AWS service batch.amazonaws.com'],
])('%s names its owner', (_, type, property, value, expected) => {
  expect(owner(object(type, 'x', {properties: {[property]: value}}))).toBe(expected)
  expect(owner(object(type, 'x'))).toBeUndefined()
})

test('a table that a crawler keeps belongs to it', () => {
  const crawled = {TableInput: {Parameters: {UPDATED_BY_CRAWLER: 'events', classification: 'parquet'}}}
  expect(owner(object('AWS::Glue::Table', '123456789012|raw|events', {properties: crawled}))).toBe(
    'Glue crawler events',
  )
  expect(owner(object('AWS::Glue::Table', '123456789012|raw|events'))).toBeUndefined()
})
