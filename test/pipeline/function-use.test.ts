import {CloudWatchClient, GetMetricDataCommand} from '@aws-sdk/client-cloudwatch'
import {mockClient} from 'aws-sdk-client-mock'
import {beforeEach, expect, test} from 'vitest'

import {catalogOf} from '../../src/catalog/catalog.ts'
import {FunctionUse} from '../../src/pipeline/function-use.ts'
import {priced} from '../../src/pipeline/priced.ts'
import {PriceSource} from '../../src/pipeline/prices.ts'
import {awsError, fakeSession} from '../live/fake-session.ts'
import {caseFinding, joinedObject} from '../spend/cost/cases.ts'

const mock = mockClient(CloudWatchClient)
const surroundings = {
  now: new Date('2026-11-20T12:34:56Z'),
  signal: new AbortController().signal,
  progress: {step: () => undefined},
} as unknown as ConstructorParameters<typeof PriceSource>[1]

const resize = {type: 'AWS::Lambda::Function', id: 'resize', properties: {MemorySize: 1024}}
const other = {type: 'AWS::Lambda::Function', id: 'other', properties: {MemorySize: 128}}

async function costs() {
  const objects = [joinedObject(resize), joinedObject(other)]
  const findings = [caseFinding(resize, {code: 'drifted', path: 'MemorySize', before: 512, after: 1024})]
  return priced(
    findings,
    {objects, around: objects},
    {
      catalog: catalogOf([]),
      prices: new PriceSource({source: 'embedded'}, surroundings),
      functionUse: new FunctionUse(async () => fakeSession, surroundings),
    },
  )
}

beforeEach(() => {
  mock.reset()
})

test('memory that drifted costs by what the function did in a month of 730 hours, and no other is asked for', async () => {
  mock.on(GetMetricDataCommand).resolves({
    MetricDataResults: [
      {Id: 'm0', Values: [6_000_000, 4_000_000]},
      {Id: 'm1', Values: [1_200_000_000, 800_000_000]},
    ],
  })
  const {findings, gaps} = await costs()
  expect(gaps).toEqual([])
  expect(findings).toMatchObject([{cost: {monthly: '16.6667', basis: {method: 'usage', notes: ['same-duration']}}}])
  const [call] = mock.commandCalls(GetMetricDataCommand).map(({args: [{input}]}) => input)
  expect(call?.MetricDataQueries).toHaveLength(2)
  expect(call?.StartTime).toEqual(new Date('2026-10-21T02:00:00Z'))
})

test('a function that nobody called costs nothing more', async () => {
  mock.on(GetMetricDataCommand).resolves({MetricDataResults: []})
  const {findings} = await costs()
  expect(findings[0]).not.toHaveProperty('cost')
  expect(findings[0]).not.toHaveProperty('costUnknown')
})

test('what is denied is a gap, and the cost is not known', async () => {
  mock.on(GetMetricDataCommand).rejects(awsError('AccessDenied', 403, 'no'))
  const {findings, gaps} = await costs()
  expect(findings).toMatchObject([{costUnknown: {reason: 'usage'}}])
  expect(gaps).toMatchObject([{reason: 'denied', action: 'cloudwatch:GetMetricData', hides: {examples: ['resize']}}])
})
