import {CloudWatchClient, GetMetricDataCommand, ListMetricsCommand} from '@aws-sdk/client-cloudwatch'
import {mockClient} from 'aws-sdk-client-mock'
import {beforeEach, describe, expect, test} from 'vitest'

import {catalogOf} from '../../src/catalog/catalog.ts'
import {utilisationOf} from '../../src/pipeline/utilisation.ts'
import {runRate} from '../../src/spend/run-rate.ts'
import {awsError, fakeSession} from '../live/fake-session.ts'
import {joinedObject} from '../spend/cost/cases.ts'

const mock = mockClient(CloudWatchClient)
const catalog = catalogOf([])
const surroundings = {
  now: new Date('2026-11-20T12:34:56Z'),
  version: '0',
  stdin: (async function* () {})(),
  signal: new AbortController().signal,
  progress: {step: () => undefined, advance: () => undefined, clear: () => undefined},
} as unknown as Parameters<typeof utilisationOf>[2]

interface Series {
  readonly namespace?: string
  readonly name?: string
  readonly dimensions: Readonly<Record<string, string>>
  readonly values: readonly number[]
}

interface Asked {
  readonly Namespace?: string
  readonly MetricName?: string
}

/** CloudWatch with these series, two values a page. */
function cloudWatch(series: readonly Series[]): void {
  const all = series.map(({namespace = 'CWAgent', name = 'nvidia_smi_utilization_gpu', ...rest}) => ({
    namespace,
    name,
    ...rest,
  }))
  mock.on(ListMetricsCommand).callsFake(({Namespace, MetricName}: Asked) => ({
    Metrics: all
      .filter(({namespace, name}) => namespace === Namespace && name === MetricName)
      .map(({dimensions}) => ({
        Namespace,
        MetricName,
        Dimensions: Object.entries(dimensions).map(([Name, Value]) => ({Name, Value})),
      })),
  }))
  mock.on(GetMetricDataCommand).callsFake((input: GetMetricDataCommand['input']) => {
    const page = Number(input.NextToken ?? 0)
    const results = (input.MetricDataQueries ?? []).map(({Id, MetricStat}) => {
      const asked = Object.fromEntries((MetricStat?.Metric?.Dimensions ?? []).map(({Name, Value}) => [Name, Value]))
      const found = all.find(
        ({name, dimensions}) =>
          name === MetricStat?.Metric?.MetricName && JSON.stringify(dimensions) === JSON.stringify(asked),
      )
      const half = Math.ceil((found?.values.length ?? 0) / 2)
      return {Id, Values: found?.values.slice(page * half, (page + 1) * half) ?? []}
    })
    return {MetricDataResults: results, ...(page === 0 && {NextToken: '1'})}
  })
}

const week = (value: number) => Array.from({length: 168}, () => value)
const machine = (id = 'i-0a1', InstanceType = 'g5.xlarge') =>
  joinedObject({type: 'AWS::EC2::Instance', id, properties: {InstanceType, State: {Name: 'running'}}})

async function used(objects = [machine()], isSnapshot = false) {
  const {spend} = runRate(objects, {catalog})
  return utilisationOf(spend, {objects, catalog, sessionOf: isSnapshot ? undefined : session}, surroundings)
}

async function session() {
  return fakeSession
}

beforeEach(() => {
  mock.reset()
})

describe('an accelerator', () => {
  test('that did nothing for a week is idle, with what it costs', async () => {
    cloudWatch([{dimensions: {InstanceId: 'i-0a1', index: '0'}, values: week(0.5)}])
    expect(await used()).toMatchObject({
      utilisation: {hours: 168, measured: 1, idle: 1, noMetric: 0, metrics: 1},
      findings: [
        {
          code: 'accelerator-idle',
          severity: 'high',
          metric: 'CWAgent nvidia_smi_utilization_gpu',
          peak: '0.5',
          hours: 168,
          monthly: '734.38',
          subject: {id: 'i-0a1'},
        },
      ],
      gaps: [],
    })
  })

  test.each<[string, readonly Series[]]>([
    ['one busy hour', [{dimensions: {InstanceId: 'i-0a1', index: '0'}, values: [...week(0), 80]}]],
    [
      'one busy device of several',
      [
        {dimensions: {InstanceId: 'i-0a1', index: '0'}, values: week(0)},
        {dimensions: {InstanceId: 'i-0a1', index: '1'}, values: week(60)},
      ],
    ],
    [
      'a ratio that is a tenth',
      [
        {
          namespace: 'ContainerInsights/Prometheus',
          name: 'DCGM_FI_PROF_GR_ENGINE_ACTIVE',
          dimensions: {InstanceId: 'i-0a1'},
          values: week(0.1),
        },
      ],
    ],
  ])('with %s is not', async (_, series) => {
    cloudWatch(series)
    expect(await used()).toMatchObject({utilisation: {measured: 1, idle: 0}, findings: []})
  })

  test.each<[string, readonly Series[]]>([
    ['without any metric', []],
    ['with metrics of another machine', [{dimensions: {InstanceId: 'i-0a11'}, values: week(0)}]],
    ['measured for half a day', [{dimensions: {InstanceId: 'i-0a1'}, values: week(0).slice(0, 12)}]],
    ['listed, and without values', [{dimensions: {InstanceId: 'i-0a1'}, values: []}]],
    [
      'of which one device was measured too short',
      [
        {dimensions: {InstanceId: 'i-0a1', index: '0'}, values: week(0)},
        {dimensions: {InstanceId: 'i-0a1', index: '1'}, values: [0, 0]},
      ],
    ],
  ])('%s is never called idle', async (_, series) => {
    cloudWatch(series)
    expect(await used()).toMatchObject({utilisation: {measured: 0, idle: 0, noMetric: 1}, findings: [], gaps: []})
  })
})

test('an endpoint is measured by SageMaker', async () => {
  const id = 'arn:aws:sagemaker:us-east-1:123456789012:endpoint/chat'
  const variants = [{VariantName: 'all', InstanceType: 'ml.g5.xlarge', InitialInstanceCount: 2}]
  cloudWatch([
    {
      namespace: '/aws/sagemaker/Endpoints',
      name: 'GPUUtilization',
      dimensions: {EndpointName: 'chat', VariantName: 'all'},
      values: week(0),
    },
  ])
  const {findings} = await used([
    joinedObject({
      type: 'AWS::SageMaker::EndpointConfig',
      id: 'arn:aws:sagemaker:us-east-1:123456789012:endpoint-config/chat',
      properties: {EndpointConfigName: 'chat', ProductionVariants: variants},
    }),
    joinedObject({type: 'AWS::SageMaker::Endpoint', id, properties: {EndpointConfigName: 'chat'}}),
  ])
  expect(findings).toMatchObject([{code: 'accelerator-idle', count: '2', instanceType: 'ml.g5.xlarge'}])
  expect(findings[0]).not.toHaveProperty('monthly')
})

test('whole hours of a week, five hundred series a call', async () => {
  const objects = Array.from({length: 501}, (_, index) => machine(`i-${index}`))
  cloudWatch(objects.map(({id}) => ({dimensions: {InstanceId: id}, values: week(90)})))
  expect(await used(objects)).toMatchObject({utilisation: {measured: 501, metrics: 501}})
  const calls = mock.commandCalls(GetMetricDataCommand).map(({args: [{input}]}) => input)
  expect(calls.map(({MetricDataQueries = []}) => MetricDataQueries.length)).toEqual([500, 500, 1, 1])
  expect(calls[0]).toMatchObject({
    StartTime: new Date('2026-11-13T12:00:00Z'),
    EndTime: new Date('2026-11-20T12:00:00Z'),
  })
})

test('what is denied is a gap', async () => {
  mock.on(ListMetricsCommand).rejects(awsError('AccessDenied', 403, 'no'))
  expect(await used()).toMatchObject({
    utilisation: {measured: 0, noMetric: 1},
    gaps: [{reason: 'denied', action: 'cloudwatch:ListMetrics', hides: {count: 1, examples: ['i-0a1']}}],
  })
})

test('a snapshot has no metrics, which is said', async () => {
  expect(await used([machine()], true)).toMatchObject({
    utilisation: {noMetric: 1},
    gaps: [{reason: 'not-read', hides: {count: 1}}],
  })
})
