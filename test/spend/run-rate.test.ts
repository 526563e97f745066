import {array, assert, boolean, constantFrom, property, record} from 'fast-check'
import {describe, expect, test} from 'vitest'

import {acceleratedTypes} from '../../src/catalog/accelerators/accelerators.ts'
import {catalogOf} from '../../src/catalog/catalog.ts'
import type {JoinedObject} from '../../src/join/joined.ts'
import {Decimal} from '../../src/model/money.ts'
import type {ValueRecord} from '../../src/model/value.ts'
import {runRate, type OwnershipTags} from '../../src/spend/run-rate.ts'

const catalog = catalogOf([])

interface InstanceOptions {
  readonly id?: string
  readonly region?: string
  readonly state?: string
  readonly properties?: ValueRecord
  readonly tags?: Readonly<Record<string, string>>
  readonly deleting?: string
}

function instance(InstanceType: string | undefined, options: InstanceOptions = {}): JoinedObject {
  const {id = 'i-0a1', region = 'us-east-1', state = 'running', properties, tags = {Owner: 'ml'}, deleting} = options
  const location = {partition: 'aws', account: '123456789012', region}
  return {
    type: 'AWS::EC2::Instance',
    id,
    location,
    shares: [],
    live: {
      type: 'AWS::EC2::Instance',
      id,
      location,
      arn: `arn:aws:ec2:${region}:123456789012:instance/${id}`,
      properties: {...(InstanceType !== undefined && {InstanceType}), State: {Name: state}, ...properties},
      tags,
      reader: 'config',
      ...(deleting !== undefined && {deleting}),
    },
  }
}

const ownership: OwnershipTags = {
  keys: ['Owner'],
  missing: ({live}) => (live?.tags?.['Owner'] === undefined ? ['Owner'] : []),
}

function price(...objects: readonly JoinedObject[]) {
  return runRate(objects, {catalog, ownership})
}

describe('run-rate', () => {
  test('of running instances at list price', () => {
    const {spend, findings, gaps} = price(instance('p5.48xlarge'), instance('g6f.large', {id: 'i-0b2', tags: {}}))
    expect({findings: findings.length, gaps}).toEqual({findings: 1, gaps: []})
    expect(spend).toEqual({
      currency: 'USD',
      basis: 'on-demand list price, Linux',
      pricesAsOf: {'us-east-1': '2026-07-20'},
      hourly: '55.242',
      monthly: '40326.66',
      unowned: {hourly: '0.202', monthly: '147.46', instances: 1, accelerators: '0.125'},
      instances: 2,
      accelerators: '8.125',
      ownershipKeys: ['Owner'],
      rows: [
        {
          id: 'i-0a1',
          arn: 'arn:aws:ec2:us-east-1:123456789012:instance/i-0a1',
          account: '123456789012',
          region: 'us-east-1',
          instanceType: 'p5.48xlarge',
          acceleratorClass: 'gpu',
          model: 'NVIDIA H100',
          accelerators: '8',
          hourly: '55.04',
          monthly: '40179.2',
          currency: 'USD',
          missingKeys: [],
        },
        {
          id: 'i-0b2',
          arn: 'arn:aws:ec2:us-east-1:123456789012:instance/i-0b2',
          account: '123456789012',
          region: 'us-east-1',
          instanceType: 'g6f.large',
          acceleratorClass: 'gpu',
          model: 'NVIDIA L4',
          accelerators: '0.125',
          hourly: '0.202',
          monthly: '147.46',
          currency: 'USD',
          missingKeys: ['Owner'],
        },
      ],
    })
  })

  test('an instance that nobody owns is a finding with its money', () => {
    expect(price(instance('trn1.32xlarge', {tags: {}})).findings).toMatchObject([
      {
        code: 'accelerator-unowned',
        severity: 'high',
        missingKeys: ['Owner'],
        instanceType: 'trn1.32xlarge',
        model: 'AWS Trainium',
        count: '16',
        hourly: '21.5',
        monthly: '15695',
        currency: 'USD',
        subject: {id: 'i-0a1', objectType: 'AWS::EC2::Instance'},
      },
    ])
  })

  test('a region without a price is a gap, and in no total', () => {
    const {spend, findings, gaps} = price(instance('p5.48xlarge', {region: 'eu-west-1', tags: {}}))
    expect(spend).toMatchObject({hourly: '0', monthly: '0', instances: 1, accelerators: '8', pricesAsOf: {}})
    expect(spend.rows[0]).not.toHaveProperty('hourly')
    expect(findings[0]).not.toHaveProperty('monthly')
    expect(gaps).toMatchObject([
      {
        reason: 'price-unknown',
        detail: 'No list price of p5.48xlarge in eu-west-1 is known: it is in no total.',
        hides: {count: 1, examples: ['i-0a1']},
      },
    ])
  })

  test('a type newer than the catalogue is a gap, never dropped', () => {
    expect(price(instance('p9.48xlarge'))).toMatchObject({
      spend: {instances: 0, rows: []},
      gaps: [{reason: 'accelerator-unknown', detail: expect.stringContaining('p9.48xlarge'), hides: {count: 1}}],
    })
    expect(price(instance(undefined)).gaps).toMatchObject([{reason: 'accelerator-unknown'}])
  })

  test('only what runs costs', () => {
    const {spend, gaps} = price(
      instance('p5.48xlarge', {state: 'stopped'}),
      instance('g5.xlarge', {id: 'i-0b2', state: 'stopping'}),
      instance('p5.48xlarge', {id: 'i-0c3', deleting: 'terminated'}),
      instance('p9.48xlarge', {id: 'i-0d4', state: 'stopped'}),
      instance('m6g.large', {id: 'i-0e5'}),
    )
    expect({spend, gaps}).toMatchObject({spend: {instances: 0, hourly: '0', notRunning: 3}, gaps: []})
  })

  test.each<[string, ValueRecord, readonly string[]]>([
    ['Spot', {InstanceLifecycle: 'spot'}, ['spot']],
    ['a capacity block', {InstanceLifecycle: 'capacity-block'}, ['capacity-block']],
    ['dedicated', {Tenancy: 'dedicated'}, ['dedicated']],
    ['on a dedicated host', {Placement: {Tenancy: 'host'}}, ['dedicated']],
    ['Windows', {Platform: 'windows'}, ['not-linux']],
    ['state not shown', {State: null}, ['state-unknown']],
  ])('%s is noted', (_, properties, notes) => {
    expect(price(instance('g5.xlarge', {properties})).spend.rows).toMatchObject([{notes, hourly: '1.006'}])
  })

  test('tags that nobody could see make no owner and no finding', () => {
    const {spend, findings, gaps} = runRate([instance('g5.xlarge')], {
      catalog,
      ownership: {keys: ['Owner'], missing: () => 'unknown'},
    })
    expect(spend).toMatchObject({unowned: {instances: 0}, rows: [{missingKeys: [], notes: ['tags-unknown']}]})
    expect({findings, gaps}).toMatchObject({findings: [], gaps: [{reason: 'tags-unknown', hides: {count: 1}}]})
  })

  test('without a policy nobody is unowned, and the report can tell', () => {
    const {spend} = runRate([instance('g5.xlarge', {tags: {}})], {catalog})
    expect(spend).toMatchObject({unowned: {instances: 0}})
    expect(spend).not.toHaveProperty('ownershipKeys')
  })

  test('currencies are never mixed', () => {
    const {spend} = price(instance('g5.xlarge'), instance('g5.xlarge', {id: 'i-0b2', region: 'cn-north-1', tags: {}}))
    expect(spend).toMatchObject({
      currency: 'USD',
      hourly: '1.006',
      unowned: {hourly: '0', instances: 1},
      otherCurrencies: [{currency: 'CNY', hourly: '9.51389', monthly: '6945.1397', unowned: {hourly: '9.51389'}}],
    })
  })
})

const total = (amounts: readonly (string | undefined)[]) =>
  Decimal.sum(0, ...amounts.map((amount) => amount ?? 0)).toFixed()

test('totals are the sums of the rows to the last digit, in any order', () => {
  const objects = array(
    record({
      type: constantFrom(...acceleratedTypes),
      region: constantFrom('us-east-1', 'us-gov-west-1', 'eu-west-1', 'cn-north-1'),
      owned: boolean(),
    }),
    {maxLength: 40},
  ).map((drawn) =>
    drawn.map(({type, region, owned}, index) =>
      instance(type, {id: `i-${index}`, region, tags: owned ? {Owner: 'ml'} : {}}),
    ),
  )
  assert(
    property(objects, (drawn) => {
      const {spend} = price(...drawn)
      expect(price(...drawn.toReversed()).spend).toEqual(spend)
      expect(spend.rows).toHaveLength(drawn.length)
      expect(spend.accelerators).toBe(total(spend.rows.map(({accelerators}) => accelerators)))
      for (const {currency, hourly, monthly, unowned} of [spend, ...(spend.otherCurrencies ?? [])]) {
        const rows = spend.rows.filter((row) => row.currency === currency)
        const nobodys = rows.filter(({missingKeys}) => missingKeys.length > 0)
        expect(hourly).toBe(total(rows.map((row) => row.hourly)))
        expect(monthly).toBe(total(rows.map((row) => row.monthly)))
        expect(monthly).toBe(new Decimal(hourly).times(730).toFixed())
        expect(unowned.monthly).toBe(total(nobodys.map((row) => row.monthly)))
      }
    }),
  )
})
