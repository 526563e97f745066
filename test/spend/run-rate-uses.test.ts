import {describe, expect, test} from 'vitest'

import {catalogOf} from '../../src/catalog/catalog.ts'
import {embeddedPrices} from '../../src/catalog/prices/embedded.ts'
import {firstOf} from '../../src/catalog/prices/first-of.ts'
import {Decimal} from '../../src/model/money.ts'
import type {PriceBook} from '../../src/model/price.ts'
import type {ValueRecord} from '../../src/model/value.ts'
import {runRate} from '../../src/spend/run-rate.ts'
import {joinedObject} from './cost/cases.ts'

/** One dollar an hour for each machine of SageMaker, ten for a host, ten cents on Spot. */
const listed: PriceBook = {
  price(key) {
    const amount = {sagemaker: '1', 'dedicated-host': '10', spot: '0.1'}[key.of as string]
    return amount === undefined
      ? undefined
      : {amount: new Decimal(amount), currency: 'USD', asOf: '2026-11-20T00:00:00Z', source: 'aws'}
  },
}

const arn = (what: string) => `arn:aws:sagemaker:us-east-1:123456789012:${what}`

function rate(objects: readonly (readonly [type: string, id: string, properties: ValueRecord])[], book = listed) {
  return runRate(
    objects.map(([type, id, properties]) => joinedObject({type, id, properties})),
    {catalog: catalogOf([]), book: firstOf(book, embeddedPrices), keptBy: () => 'EKS node group gpu'},
  )
}

const endpointConfig = [
  'AWS::SageMaker::EndpointConfig',
  arn('endpoint-config/chat'),
  {
    EndpointConfigName: 'chat',
    ProductionVariants: [
      {VariantName: 'large', InstanceType: 'ml.g5.12xlarge', InitialInstanceCount: 1},
      {VariantName: 'small', InstanceType: 'ml.m5.large', InitialInstanceCount: 1},
      {VariantName: 'serverless', ServerlessConfig: {MemorySizeInMB: 2048}},
    ],
  },
] as const

describe('what runs accelerators', () => {
  test('an endpoint: as many machines as serve each accelerated variant', () => {
    const {spend, gaps} = rate([
      endpointConfig,
      [
        'AWS::SageMaker::Endpoint',
        arn('endpoint/chat'),
        {
          EndpointConfigName: 'chat',
          ProductionVariants: [
            {VariantName: 'large', CurrentInstanceCount: 3},
            {VariantName: 'small', CurrentInstanceCount: 2},
          ],
        },
      ],
    ])
    expect(gaps).toEqual([])
    expect(spend).toMatchObject({hourly: '3', monthly: '2190', instances: 3, accelerators: '12'})
    expect(spend.rows).toMatchObject([{use: 'sagemaker-endpoint', instanceType: 'ml.g5.12xlarge', machines: 3}])
  })

  test('an endpoint whose configuration was not read is not known', () => {
    const {spend, gaps} = rate([['AWS::SageMaker::Endpoint', arn('endpoint/chat'), {EndpointConfigName: 'chat'}]])
    expect(spend.rows).toEqual([])
    expect(gaps).toMatchObject([{reason: 'accelerator-unknown', hides: {count: 1}}])
  })

  test.each<[string, string, ValueRecord, object | undefined]>([
    ['a notebook', 'NotebookInstance', {InstanceType: 'ml.g5.xlarge', NotebookInstanceStatus: 'InService'}, {}],
    [
      'a stopped notebook',
      'NotebookInstance',
      {InstanceType: 'ml.g5.xlarge', NotebookInstanceStatus: 'Stopped'},
      undefined,
    ],
    ['an app of Studio', 'App', {Status: 'InService', ResourceSpec: {InstanceType: 'ml.g4dn.xlarge'}}, {}],
    ['an app without a machine', 'App', {Status: 'InService', ResourceSpec: {InstanceType: 'system'}}, undefined],
    [
      'a HyperPod cluster',
      'Cluster',
      {InstanceGroups: [{InstanceType: 'ml.p5.48xlarge', CurrentCount: 4, InstanceCount: 8}]},
      {machines: 4, accelerators: '32', hourly: '4'},
    ],
    [
      'a training job',
      'TrainingJob',
      {ResourceConfig: {InstanceType: 'ml.p4d.24xlarge', InstanceCount: 2}},
      {machines: 2, accelerators: '16'},
    ],
    [
      'a training job on Spot',
      'TrainingJob',
      {ResourceConfig: {InstanceType: 'ml.p4d.24xlarge', InstanceCount: 2}, EnableManagedSpotTraining: true},
      {machines: 2, notes: ['spot']},
    ],
  ])('%s', (_, type, properties, row) => {
    const {spend} = rate([[`AWS::SageMaker::${type}`, arn('one'), properties]])
    expect(spend.rows).toMatchObject(row === undefined ? [] : [row])
  })

  test('without a price of SageMaker, its name', () => {
    const {spend, gaps} = rate(
      [['AWS::SageMaker::NotebookInstance', arn('one'), {InstanceType: 'ml.g5.xlarge'}]],
      embeddedPrices,
    )
    expect(spend).toMatchObject({hourly: '0', instances: 1})
    expect(gaps).toMatchObject([
      {reason: 'price-unknown', detail: expect.stringContaining('ml.g5.xlarge, SageMaker Notebook')},
    ])
  })

  test('a dedicated host is paid, and not what runs on it', () => {
    const {spend} = rate([
      ['AWS::EC2::Host', 'h-0a1', {InstanceFamily: 'g4dn'}],
      [
        'AWS::EC2::Instance',
        'i-0a1',
        {InstanceType: 'g4dn.xlarge', State: {Name: 'running'}, Tenancy: 'host', HostId: 'h-0a1'},
      ],
    ])
    expect(spend).toMatchObject({hourly: '10', instances: 1, accelerators: '1'})
    expect(spend.rows).toMatchObject([{use: 'dedicated-host'}, {notes: ['on-host']}])
  })

  test('throughput of Bedrock has no price and is named', () => {
    const {spend, gaps} = rate([
      [
        'AWS::Bedrock::ProvisionedModelThroughput',
        'pt',
        {ModelArn: 'arn:aws:bedrock:us-east-1::foundation-model/big-v1', ModelUnits: 2},
      ],
    ])
    expect(spend).toMatchObject({hourly: '0', instances: 0, rows: [{instanceType: 'big-v1', accelerators: '2'}]})
    expect(gaps).toMatchObject([{reason: 'price-unknown', detail: expect.stringContaining('big-v1')}])
  })

  test('Spot costs what the market asks for, where that is known', () => {
    const properties = {
      InstanceType: 'g5.xlarge',
      State: {Name: 'running'},
      InstanceLifecycle: 'spot',
      AvailabilityZone: 'us-east-1a',
    }
    const {spend} = rate([['AWS::EC2::Instance', 'i-0a1', properties]])
    expect(spend.rows).toMatchObject([{hourly: '0.1', notes: ['spot-price'], keptBy: 'EKS node group gpu'}])
  })
})

function reservation(properties: ValueRecord) {
  const usual = {InstanceCount: 4, AvailableInstanceCount: 3}
  return ['AWS::EC2::CapacityReservation', 'cr-0a1', {...usual, ...properties}] as const
}

describe('reservations', () => {
  test('what is unused is paid, and no instance that runs', () => {
    const {spend, findings} = rate([reservation({InstanceType: 'p5.48xlarge'})])
    expect(spend).toMatchObject({
      hourly: '165.12',
      instances: 0,
      accelerators: '0',
      unused: {hourly: '165.12', monthly: '120537.6', instances: 3, accelerators: '24'},
    })
    expect(findings).toMatchObject([
      {code: 'reservation-unused', unused: 3, reserved: 4, count: '24', monthly: '120537.6', severity: 'high'},
    ])
  })

  test('of what is not accelerated it is found, and in no total of accelerators', () => {
    const {spend, findings} = rate([reservation({InstanceType: 'm5.large'})])
    expect(spend).toMatchObject({hourly: '0', rows: []})
    expect(findings).toMatchObject([{code: 'reservation-unused', monthly: '210.24'}])
  })

  test.each<[string, ValueRecord]>([
    ['used to the last', {InstanceType: 'p5.48xlarge', AvailableInstanceCount: 0}],
    ['a capacity block, which is paid ahead', {InstanceType: 'p5.48xlarge', ReservationType: 'capacity-block'}],
  ])('%s', (_, properties) => {
    expect(rate([reservation(properties)])).toMatchObject({findings: [], spend: {rows: []}})
  })

  test('of which use is not shown', () => {
    const {findings, gaps} = rate([reservation({InstanceType: 'p5.48xlarge', AvailableInstanceCount: null})])
    expect(findings).toEqual([])
    expect(gaps).toMatchObject([{reason: 'accelerator-unknown'}])
  })
})
