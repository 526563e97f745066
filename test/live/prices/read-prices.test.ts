import {mkdtempSync, readFileSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {GetProductsCommand, PricingClient} from '@aws-sdk/client-pricing'
import {mockClient} from 'aws-sdk-client-mock'
import {beforeEach, describe, expect, test} from 'vitest'

import {PriceCache} from '../../../src/live/prices/price-cache.ts'
import {readPrices} from '../../../src/live/prices/read-prices.ts'
import type {OperatingSystem, PriceKey} from '../../../src/model/price.ts'
import {awsError, fakeSession} from '../fake-session.ts'
import {getProducts, type Asked} from './price-list.ts'

const mock = mockClient(PricingClient)
const {signal} = new AbortController()
const now = new Date('2026-11-20T12:00:00Z')
const day = 86_400_000

beforeEach(() => {
  mock.reset()
  mock.on(GetProductsCommand).callsFake((input: Asked) => getProducts(input))
})

const here = 'us-east-1'

interface Machine {
  readonly region?: string
  readonly os?: OperatingSystem
  readonly tenancy?: 'Shared' | 'Dedicated'
}

function machine(instanceType: string, {region = here, os = 'Linux', tenancy = 'Shared'}: Machine = {}): PriceKey {
  return {of: 'instance', instanceType, os, tenancy, region}
}

interface Around {
  readonly partition?: string
  readonly folder?: string
  readonly at?: Date
}

async function ask(keys: readonly PriceKey[], {partition = 'aws', folder, at = now}: Around = {}) {
  const cache = await PriceCache.open(folder, partition, at)
  const {book, gaps} = await readPrices({...fakeSession, partition}, keys, cache, signal)
  return {amounts: keys.map((key) => book.price(key)?.amount.toFixed()), gaps, book}
}

const postgres = {
  of: 'database',
  instanceClass: 'db.r6g.large',
  engine: 'PostgreSQL',
  license: 'No license required',
  deployment: 'Multi-AZ',
  region: here,
} as const
const volume = {of: 'volume', region: here} as const
const storage = {
  of: 'database-storage',
  volumeType: 'gp3',
  engine: 'Any',
  deployment: 'Multi-AZ',
  region: here,
} as const
const lambda = {of: 'function', architecture: 'x86_64', region: here} as const
const sagemaker = {of: 'sagemaker', instanceType: 'ml.g5.xlarge', region: here} as const

describe('the price of', () => {
  const cases: readonly (readonly [string, PriceKey, string | undefined])[] = [
    ['a machine, not that of reservations', machine('m5.large'), '0.096'],
    ['a machine with Windows', machine('m5.large', {os: 'Windows'}), '0.188'],
    ['a dedicated machine', machine('m5.large', {tenancy: 'Dedicated'}), '0.102'],
    ['a machine that capacity blocks list at 0', machine('p5.48xlarge'), '55.04'],
    ['a machine of another region', machine('m5.xlarge', {region: 'eu-west-1'}), '0.214'],
    ['a machine of GovCloud', machine('m5.large', {region: 'us-gov-west-1'}), '0.121'],
    ['a machine that is not in the list', machine('m9.large'), undefined],
    ['a machine with two prices', machine('t9.large'), undefined],
    ['storage', {...volume, volumeType: 'gp3', charge: 'storage'}, '0.08'],
    ['IOPS of gp3', {...volume, volumeType: 'gp3', charge: 'iops'}, '0.005'],
    ['throughput, by the MiB/s', {...volume, volumeType: 'gp3', charge: 'throughput'}, '0.04'],
    ['IOPS of io1', {...volume, volumeType: 'io1', charge: 'iops'}, '0.065'],
    ['IOPS of io2', {...volume, volumeType: 'io2', charge: 'iops'}, '0.065'],
    ['IOPS of io2 above 64,000', {...volume, volumeType: 'io2', charge: 'iops-tier-3'}, '0.03185'],
    ['a database', postgres, '0.45'],
    ['Aurora, not I/O-optimised', {...postgres, engine: 'Aurora PostgreSQL', deployment: 'Single-AZ'}, '0.26'],
    [
      'a database with an edition',
      {
        ...postgres,
        instanceClass: 'db.m5.large',
        engine: 'SQL Server',
        edition: 'Web',
        license: 'License included',
        deployment: 'Single-AZ',
      },
      '0.443',
    ],
    ['storage of a database', {...storage, charge: 'storage'}, '0.23'],
    ['IOPS of a database, not those of io1', {...storage, charge: 'iops'}, '0.04'],
    ['throughput of a database', {...storage, charge: 'throughput'}, '0.16'],
    [
      'a cache node, without extended support',
      {of: 'cache-node', nodeType: 'cache.r6g.large', engine: 'Redis', region: here},
      '0.206',
    ],
    ['duration, of the first tier', {...lambda, charge: 'duration'}, '0.0000166667'],
    ['requests', {...lambda, charge: 'requests'}, '0.0000002'],
    ['an endpoint', {...sagemaker, use: 'Hosting'}, '1.408'],
    ['a notebook', {...sagemaker, use: 'Notebook'}, '1.208'],
    ['HyperPod', {...sagemaker, instanceType: 'ml.p5.48xlarge', use: 'Cluster'}, '63.296'],
    ['a dedicated host', {of: 'dedicated-host', family: 'g4dn', region: here}, '8.606'],
  ]

  test.each(cases)('%s', async (_, key, expected) => {
    const {amounts, gaps} = await ask([key])
    expect({amounts, gaps}).toEqual({amounts: [expected], gaps: []})
  })
})

describe('kept prices', () => {
  const keys = [machine('m5.large'), machine('m9.large')]

  async function askTwice(after: number, between: (file: string) => void = () => undefined) {
    const folder = mkdtempSync(join(tmpdir(), 'trueup-prices-'))
    await ask(keys, {folder})
    between(join(folder, 'prices', 'aws.json'))
    mock.resetHistory()
    const again = await ask(keys, {folder, at: new Date(now.getTime() + after)})
    return {...again, calls: mock.commandCalls(GetProductsCommand).length}
  }

  test('are not asked for again within a week, and say when they were; nor is what has none', async () => {
    const {amounts, book, calls} = await askTwice(6 * day)
    expect({amounts, calls}).toEqual({amounts: ['0.096', undefined], calls: 0})
    expect(book.price(machine('m5.large'))).toMatchObject({asOf: now.toISOString(), source: 'aws', currency: 'USD'})
  })

  test.each([7, -1])('are asked for again after %i days', async (days) => {
    const {amounts, calls} = await askTwice(days * day)
    expect({amounts, calls}).toEqual({amounts: ['0.096', undefined], calls: 2})
  })

  test('a torn file counts as none', async () => {
    const {amounts, calls} = await askTwice(0, (file) => writeFileSync(file, readFileSync(file, 'utf8').slice(0, 40)))
    expect({amounts, calls}).toEqual({amounts: ['0.096', undefined], calls: 2})
  })
})

describe('where the list does not answer', () => {
  test('what is denied is a gap with what it hides, and the rest is not asked for', async () => {
    mock.on(GetProductsCommand).rejects(awsError('AccessDeniedException', 400, 'no'))
    const {gaps} = await ask(Array.from({length: 40}, (_, index) => machine(`m5.${index}xlarge`)))
    expect(gaps).toMatchObject([{reason: 'denied', action: 'pricing:GetProducts', hides: {count: 40}}])
    expect(mock.commandCalls(GetProductsCommand).length).toBeLessThanOrEqual(8)
  })

  test('GovCloud has no endpoint', async () => {
    const {gaps} = await ask([machine('m5.large', {region: 'us-gov-west-1'})], {partition: 'aws-us-gov'})
    expect(gaps).toMatchObject([{reason: 'price-unknown', hides: {examples: ['m5.large, Linux in us-gov-west-1']}}])
    expect(mock.commandCalls(GetProductsCommand)).toHaveLength(0)
  })

  test('China has a list of its own, for credentials of its own', async () => {
    const key = machine('m5.large', {region: 'cn-north-1'})
    expect((await ask([key])).gaps).toMatchObject([{reason: 'price-unknown'}])
    expect(mock.commandCalls(GetProductsCommand)).toHaveLength(0)
    expect(await ask([key], {partition: 'aws-cn'})).toMatchObject({amounts: ['4.217'], gaps: []})
    const client = mock.commandCalls(GetProductsCommand)[0]?.thisValue as PricingClient
    expect(await client.config.region()).toBe('cn-northwest-1')
  })
})
