import {describe, expect, test} from 'vitest'

import {loadCatalog} from '../../src/catalog/catalog.ts'
import {Joiner} from '../../src/join/join.ts'
import {LiveIndex} from '../../src/join/live-index.ts'
import type {PlacedObject} from '../../src/live/targets.ts'
import type {DeclaredResource} from '../../src/model/declared.ts'
import type {GapReason} from '../../src/model/gap.ts'
import type {LiveEvent, LiveObject, ReadScope} from '../../src/model/live.ts'
import type {ValueRecord} from '../../src/model/value.ts'
import {confirmedDrift} from '../../src/pipeline/confirm.ts'

const catalog = await loadCatalog()
for (const type of ['AWS::SQS::Queue', 'AWS::EC2::VPC']) await catalog.want(type)

const location = {partition: 'aws', account: '111122223333', region: 'eu-central-1'}
const [before, applied, after] = ['2026-03-01T10:00:00.000Z', '2026-03-02T10:00:00.000Z', '2026-03-03T10:00:00.000Z']
const type = 'AWS::SQS::Queue'
const id = 'https://sqs.eu-central-1.amazonaws.com/111122223333/jobs'
function resource(of: string, attributes: ValueRecord): DeclaredResource {
  return {
    origin: 'recorded',
    address: `${of}.jobs`,
    mode: 'managed',
    type: of,
    name: 'jobs',
    provider: {text: 'provider["registry.terraform.io/hashicorp/aws"]', name: 'hashicorp/aws'},
    tainted: false,
    attributes,
    source: {file: 'terraform.tfstate'},
  }
}

const queue = resource('aws_sqs_queue', {
  url: id,
  arn: 'arn:aws:sqs:eu-central-1:111122223333:jobs',
  visibility_timeout_seconds: 30,
})

function object(reader: LiveObject['reader'], properties: ValueRecord, capturedAt?: string): LiveEvent {
  const time = capturedAt === undefined ? {} : {capturedAt}
  return {kind: 'object', object: {type, id, location, properties, reader, tags: {}, ...time}}
}

function scope(reader: ReadScope['reader'], more: Partial<ReadScope> = {}): LiveEvent {
  return {kind: 'scope', scope: {type, location, reader, sees: '*', ...more}}
}

const freshScope = scope('cloud-control', {declaredOnly: true})

function gap(reason: GapReason): LiveEvent {
  const hides = {count: 1, examples: [id]}
  return {kind: 'gap', gap: {reason, type, location, action: 'sqs:GetQueueAttributes', detail: 'Not allowed.', hides}}
}

interface Setting {
  readonly declared?: DeclaredResource
  readonly recorded: readonly LiveEvent[]
  /** Undefined where nobody can be asked. */
  readonly fresh: readonly LiveEvent[] | undefined
  readonly writtenAt?: string
}

async function confirm({declared = queue, recorded, fresh, writtenAt}: Setting) {
  const joiner = new Joiner(catalog)
  joiner.add(declared)
  const index = new LiveIndex()
  for (const event of recorded) index.add(event)
  const asked: PlacedObject[] = []
  const reread =
    fresh &&
    async function* (objects: readonly PlacedObject[]) {
      asked.push(...objects)
      yield fresh
    }
  const times = new Map(writtenAt === undefined ? [] : [['terraform.tfstate', writtenAt]])
  const {objects} = joiner.join(index)
  const {run, findings, ...rest} = await confirmedDrift(objects, {reread, catalog, writtenAt: times})
  const drift = {...run.result(), findings}
  const found = findings.map(({code, confidence, confirmed}) => [code, confidence, confirmed])
  return {found, asked: asked.map((each) => each.id), ...rest, drift}
}

describe('a difference in a recording that is older than the state', () => {
  const recorded = [object('config', {VisibilityTimeout: 60}, before), scope('config')]

  test('is no drift where a fresh read does not show it', async () => {
    const fresh = [object('cloud-control', {VisibilityTimeout: 30}), freshScope]
    const {found, asked, confirmation, gaps} = await confirm({recorded, fresh, writtenAt: applied})
    expect({found, asked, gaps}).toEqual({found: [], asked: [id], gaps: []})
    expect(confirmation).toEqual({suspected: 1, reread: 1, confirmed: 0, dismissed: 1})
  })

  test('is drift where a fresh read shows it too, with the fresh value', async () => {
    const fresh = [object('cloud-control', {VisibilityTimeout: 90}), freshScope]
    const {found, drift, confirmation} = await confirm({recorded, fresh, writtenAt: applied})
    expect(found).toEqual([['drifted', 'curated', true]])
    expect(drift.findings).toMatchObject([{before: 30, after: 90}])
    expect(confirmation).toMatchObject({confirmed: 1, dismissed: 0})
  })

  test('stays what it is where it cannot be looked at: that the recording is wrong is not proven', async () => {
    const {found, gaps} = await confirm({recorded, fresh: [gap('denied')], writtenAt: applied})
    expect({found, gaps}).toEqual({found: [['drifted', 'curated', undefined]], gaps: []})
  })

  test('is no more than possible where the recording may be a day old besides, and a gap says why', async () => {
    const daily = [object('config', {VisibilityTimeout: 60}, before), scope('config', {daily: true})]
    const {found, gaps} = await confirm({recorded: daily, fresh: [gap('denied')], writtenAt: applied})
    expect(found).toEqual([['drifted', 'derived', false]])
    expect(gaps).toMatchObject([
      {
        reason: 'denied',
        type,
        location,
        action: 'sqs:GetQueueAttributes',
        hides: {count: 1, examples: ['aws_sqs_queue.jobs']},
      },
    ])
  })

  test('is as it stands where nobody can be asked: a snapshot is of its time', async () => {
    const {found, confirmation} = await confirm({recorded, fresh: undefined, writtenAt: applied})
    expect(found).toEqual([['drifted', 'curated', undefined]])
    expect(confirmation).toBeUndefined()
  })

  test('is a missing queue where the fresh read does not find it', async () => {
    const {found} = await confirm({recorded, fresh: [freshScope], writtenAt: applied})
    expect(found).toEqual([['missing', 'curated', true]])
  })
})

test('a recording of after the state was written needs no second look', async () => {
  const recorded = [object('config', {VisibilityTimeout: 60}, after), scope('config')]
  const {found, asked} = await confirm({recorded, fresh: [], writtenAt: applied})
  expect({found, asked}).toEqual({found: [['drifted', 'curated', undefined]], asked: []})
})

test('a recording that may be a day old does, whatever its time', async () => {
  const recorded = [object('config', {VisibilityTimeout: 60}, after), scope('config', {daily: true})]
  const {found, asked, gaps} = await confirm({recorded, fresh: [gap('throttled')], writtenAt: applied})
  expect({found, asked}).toEqual({found: [['drifted', 'derived', false]], asked: [id]})
  expect(gaps).toMatchObject([{reason: 'throttled'}])
})

test('where nobody knows when the state was written, a read that fails proves nothing', async () => {
  const recorded = [object('config', {VisibilityTimeout: 60}, before), scope('config')]
  const {found, asked, gaps} = await confirm({recorded, fresh: [gap('denied')]})
  expect({found, asked, gaps}).toEqual({found: [['drifted', 'curated', undefined]], asked: [id], gaps: []})
})

test('what was read by somebody else is as fresh as it gets', async () => {
  const recorded = [object('service', {VisibilityTimeout: 60}), scope('service')]
  const {asked} = await confirm({recorded, fresh: [], writtenAt: applied})
  expect(asked).toEqual([])
})

describe('what no recording names', () => {
  test('is there where a fresh read finds it: it was made a moment ago', async () => {
    const fresh = [object('cloud-control', {VisibilityTimeout: 30}), freshScope]
    const {found} = await confirm({recorded: [scope('config')], fresh, writtenAt: applied})
    expect(found).toEqual([])
  })

  test('is missing where none does', async () => {
    const {found} = await confirm({recorded: [scope('config')], fresh: [freshScope], writtenAt: applied})
    expect(found).toEqual([['missing', 'curated', true]])
  })
})

function vpc(reader: LiveObject['reader'], properties: ValueRecord): LiveEvent {
  return {
    kind: 'object',
    object: {
      type: 'AWS::EC2::VPC',
      id: 'vpc-0abc1234def567890',
      location,
      properties,
      reader,
      tags: {},
      capturedAt: before,
    },
  }
}
function scopeOf(reader: ReadScope['reader'], sees: ReadScope['sees']): LiveEvent {
  return {
    kind: 'scope',
    scope: {type: 'AWS::EC2::VPC', location, reader, sees},
  }
}

test('a property that the fresh read cannot show stays what the recording says', async () => {
  const declared = resource('aws_vpc', {
    id: 'vpc-0abc1234def567890',
    arn: 'arn:aws:ec2:eu-central-1:111122223333:vpc/vpc-0abc1234def567890',
    enable_dns_hostnames: true,
    enable_network_address_usage_metrics: true,
  })
  const {found, drift} = await confirm({
    declared,
    recorded: [
      vpc('config', {EnableDnsHostnames: false, EnableNetworkAddressUsageMetrics: false}),
      scopeOf('config', ['EnableDnsHostnames', 'EnableNetworkAddressUsageMetrics']),
    ],
    fresh: [vpc('cloud-control', {EnableDnsHostnames: false}), scopeOf('cloud-control', '*')],
    writtenAt: applied,
  })
  expect(drift.findings.map((finding) => ('path' in finding ? finding.path : ''))).toEqual([
    'EnableDnsHostnames',
    'EnableNetworkAddressUsageMetrics',
  ])
  expect(found).toEqual([
    ['drifted', 'curated', true],
    ['drifted', 'curated', undefined],
  ])
})
