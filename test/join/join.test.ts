import {expect, test} from 'vitest'

import {catalogOf} from '../../src/catalog/catalog.ts'
import type {TerraformType} from '../../src/catalog/entry.ts'
import {withoutEchoes} from '../../src/join/gap-tally.ts'
import {Joiner} from '../../src/join/join.ts'
import type {Joined} from '../../src/join/joined.ts'
import {LiveIndex} from '../../src/join/live-index.ts'
import type {DeclaredResource} from '../../src/model/declared.ts'
import type {LiveEvent} from '../../src/model/live.ts'
import type {ValueRecord} from '../../src/model/value.ts'

const role: TerraformType = {
  type: 'aws_iam_role',
  confidence: 'curated',
  objectType: 'AWS::IAM::Role',
  role: 'object',
  identity: [['name']],
  attributes: {},
  object: {idScope: 'account'},
}
const bucket: TerraformType = {
  ...role,
  type: 'aws_s3_bucket',
  objectType: 'AWS::S3::Bucket',
  identity: [['bucket']],
  object: {idScope: 'partition'},
}
const bucketPolicy: TerraformType = {
  type: 'aws_s3_bucket_policy',
  confidence: 'curated',
  objectType: 'AWS::S3::Bucket',
  role: 'part',
  identity: [['bucket']],
  attributes: {},
}
const volume: TerraformType = {
  ...role,
  type: 'aws_ebs_volume',
  objectType: 'AWS::EC2::Volume',
  identity: [['id']],
  object: {idScope: 'region'},
}
const catalog = catalogOf([role, bucket, bucketPolicy, volume])

function resource(type: string, attributes: ValueRecord, extra: Partial<DeclaredResource> = {}): DeclaredResource {
  return {
    origin: 'recorded',
    address: `${type}.it`,
    mode: 'managed',
    type,
    name: 'it',
    provider: {text: 'provider["registry.terraform.io/hashicorp/aws"]', name: 'hashicorp/aws'},
    tainted: false,
    attributes,
    source: {file: 'terraform.tfstate'},
    ...extra,
  }
}

const west = {partition: 'aws', account: '111111111111', region: 'eu-west-1'}
const other = {...west, account: '222222222222'}

function object(type: string, id: string, location = west): LiveEvent {
  return {kind: 'object', object: {type, id, location, properties: {}, reader: 'config'}}
}

function scope(type: string, location = west): LiveEvent {
  return {kind: 'scope', scope: {type, location, reader: 'config', sees: '*'}}
}

function joined(resources: readonly DeclaredResource[], events: readonly LiveEvent[]): Joined {
  const joiner = new Joiner(catalog)
  for (const item of resources) joiner.add(item)
  const live = new LiveIndex()
  for (const event of events) live.add(event)
  return joiner.join(live)
}

test('a resource in a place that was not read is a gap, not missing', () => {
  const arn = 'arn:aws:ec2:us-east-1:111111111111:volume/vol-0123456789abcdef0'
  const {objects, gaps} = joined(
    [resource('aws_ebs_volume', {id: 'vol-0123456789abcdef0', arn})],
    [scope('AWS::EC2::Volume')],
  )
  expect(objects.map(({notLookedAt}) => notLookedAt)).toEqual(['not-read'])
  expect(gaps).toMatchObject([{reason: 'not-read', hides: {count: 1, examples: ['aws_ebs_volume.it']}}])
})

test.each([
  ['asked for and is not there is missing', ['vol-0123456789abcdef0'], undefined],
  ['not asked for is not known', ['vol-0123456789abcdef1'], 'not-read'],
])('of objects read one by one, what was %s', (_, asked, expected) => {
  const arn = 'arn:aws:ec2:eu-west-1:111111111111:volume/vol-0123456789abcdef0'
  const few = {reader: 'service', sees: '*', declaredOnly: true, asked} as const
  const events = [{kind: 'scope', scope: {type: 'AWS::EC2::Volume', location: west, ...few}}] as const
  const {objects} = joined([resource('aws_ebs_volume', {id: 'vol-0123456789abcdef0', arn})], events)
  expect(objects.map(({notLookedAt}) => notLookedAt)).toEqual([expected])
})

test('the gap that made the place unread is the reason', () => {
  const arn = 'arn:aws:ec2:eu-west-1:111111111111:volume/vol-0123456789abcdef0'
  const gap = {
    reason: 'denied',
    type: 'AWS::EC2::Volume',
    location: west,
    detail: 'no',
    hides: {count: 0, examples: []},
  } as const
  const {objects} = joined([resource('aws_ebs_volume', {id: 'vol-0123456789abcdef0', arn})], [{kind: 'gap', gap}])
  expect(objects.map(({notLookedAt}) => notLookedAt)).toEqual(['denied'])
})

test('equal names in two accounts are told apart', () => {
  const mine = resource('aws_iam_role', {name: 'ci', arn: 'arn:aws:iam::111111111111:role/ci'})
  const global = {...west, region: 'global'}
  const {objects} = joined(
    [mine],
    [
      object('AWS::IAM::Role', 'ci', {...other, region: 'global'}),
      object('AWS::IAM::Role', 'ci', global),
      scope('AWS::IAM::Role', global),
    ],
  )
  expect(objects).toHaveLength(2)
  expect(objects[0]).toMatchObject({location: {account: '111111111111'}, live: {id: 'ci'}})
  expect(objects[1]?.shares).toEqual([])
})

test('a name without a known account is ambiguous where two accounts have it', () => {
  const places = [
    {...west, region: 'global'},
    {...other, region: 'global'},
  ]
  const {gaps} = joined(
    [resource('aws_iam_role', {name: 'ci'})],
    places.flatMap((place) => [object('AWS::IAM::Role', 'ci', place), scope('AWS::IAM::Role', place)]),
  )
  expect(gaps).toMatchObject([{reason: 'ambiguous', type: 'aws_iam_role'}])
})

test('a part finds its bucket, whose region its own provider does not tell', () => {
  const {objects} = joined(
    [
      resource('aws_s3_bucket', {bucket: 'logs', arn: 'arn:aws:s3:::logs', region: 'us-west-2'}),
      resource('aws_s3_bucket_policy', {bucket: 'logs'}),
    ],
    [object('AWS::S3::Bucket', 'logs', {...west, region: 'us-west-2'})],
  )
  expect(objects).toHaveLength(1)
  expect(objects[0]?.shares.map(({resource: {type}}) => type)).toEqual(['aws_s3_bucket', 'aws_s3_bucket_policy'])
  expect(objects[0]?.live).toBeDefined()
})

test('what a resource does not say, the other resources of its provider do', () => {
  const known = resource('aws_ebs_volume', {
    id: 'vol-0aaaaaaaaaaaaaaaa',
    arn: 'arn:aws:ec2:eu-west-1:111111111111:volume/vol-0aaaaaaaaaaaaaaaa',
  })
  const {objects} = joined(
    [known, resource('aws_ebs_volume', {id: 'vol-0bbbbbbbbbbbbbbbb'})],
    [scope('AWS::EC2::Volume')],
  )
  expect(objects[1]).toMatchObject({location: west, scope: {type: 'AWS::EC2::Volume'}})
  expect(objects[1]?.notLookedAt).toBeUndefined()
})

test('where the provider works in two regions, a resource without one stays unplaced', () => {
  const arns = ['eu-west-1', 'us-east-1'].map(
    (region) => `arn:aws:ec2:${region}:111111111111:volume/vol-0aaaaaaaaaaaaaaaa`,
  )
  const {gaps} = joined(
    [
      ...arns.map((arn) => resource('aws_ebs_volume', {id: 'vol-0aaaaaaaaaaaaaaaa', arn})),
      resource('aws_ebs_volume', {id: 'vol-0bbbbbbbbbbbbbbbb'}),
    ],
    [scope('AWS::EC2::Volume'), scope('AWS::EC2::Volume', {...west, region: 'us-east-1'})],
  )
  expect(gaps).toMatchObject([{reason: 'location-unknown', hides: {count: 1}}])
})

test('an identifier with a part that AWS gives only once is enough where the place is unknown', () => {
  const id = '203.0.113.10|vol-0bbbbbbbbbbbbbbbb'
  const {objects} = joined(
    [resource('aws_ebs_volume', {id})],
    [object('AWS::EC2::Volume', id), scope('AWS::EC2::Volume')],
  )
  expect(objects).toMatchObject([{id, location: west, live: {id}, shares: [{resource: {type: 'aws_ebs_volume'}}]}])
})

test('data sources, deposed objects and other providers are out of scope, but counted', () => {
  const {counts, objects} = joined(
    [
      resource('aws_iam_role', {name: 'a'}, {mode: 'data'}),
      resource('aws_iam_role', {name: 'b'}, {deposed: 'abcd1234'}),
      resource('random_pet', {id: 'c'}),
    ],
    [],
  )
  expect(counts).toEqual({declared: 0, outOfScope: 3, leftOut: 0})
  expect(objects).toEqual([])
})

test('types without a mapping are one gap each, with what it hides', () => {
  const {gaps} = joined(
    [resource('aws_new_thing', {}), resource('aws_new_thing', {}, {address: 'aws_new_thing.other'})],
    [],
  )
  expect(gaps).toMatchObject([{reason: 'unsupported-type', type: 'aws_new_thing', hides: {count: 2}}])
})

test('an object that the Tagging API does not name was never tagged', () => {
  const arn = 'arn:aws:ec2:eu-west-1:111111111111:volume/vol-0aaaaaaaaaaaaaaaa'
  const live: LiveEvent = {
    kind: 'object',
    object: {
      type: 'AWS::EC2::Volume',
      id: 'vol-0aaaaaaaaaaaaaaaa',
      location: west,
      arn,
      properties: {},
      reader: 'config',
    },
  }
  expect(joined([], [live]).objects[0]?.live?.tags).toBeUndefined()
  expect(joined([], [live, {kind: 'tagging-scope', location: west}]).objects[0]?.live?.tags).toEqual({})
  expect(joined([], [live, {kind: 'tags', arn, tags: {Team: 'ml'}}]).objects[0]?.live?.tags).toEqual({Team: 'ml'})
})

test('a gap is told once, by the resource that it hides, with the action that would close it', () => {
  const hides = {count: 0, examples: []}
  const place = {reason: 'denied', location: west, action: 'config:SelectResourceConfig', detail: 'no', hides} as const
  const gap = {...place, type: 'AWS::EC2::Volume'}
  const arn = 'arn:aws:ec2:eu-west-1:111111111111:volume/vol-0123456789abcdef0'
  const {gaps} = joined([resource('aws_ebs_volume', {id: 'vol-0123456789abcdef0', arn})], [{kind: 'gap', gap}])
  expect(gaps).toEqual([{...gap, type: 'aws_ebs_volume', hides: {count: 1, examples: ['aws_ebs_volume.it']}}])
  expect(withoutEchoes([gap, {...gap, detail: 'another'}, place], gaps)).toEqual([{...gap, detail: 'another'}, place])
})
