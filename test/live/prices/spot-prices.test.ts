import {DescribeSpotPriceHistoryCommand, EC2Client} from '@aws-sdk/client-ec2'
import {mockClient} from 'aws-sdk-client-mock'
import {beforeEach, expect, test} from 'vitest'

import {readSpotPrices, type SpotKey} from '../../../src/live/prices/spot-prices.ts'
import {priceKeyText} from '../../../src/model/price.ts'
import {awsError, fakeSession} from '../fake-session.ts'

const mock = mockClient(EC2Client)
const {signal} = new AbortController()
const now = new Date('2026-11-20T12:00:00Z')

function spot(zone: string, region = 'us-east-1'): SpotKey {
  return {of: 'spot', instanceType: 'g5.xlarge', os: 'Linux', zone, region}
}

beforeEach(() => {
  mock.reset()
})

test('what the market asks for now, by zone, with a call a region', async () => {
  mock.on(DescribeSpotPriceHistoryCommand).resolves({
    SpotPriceHistory: [
      {
        InstanceType: 'g5.xlarge',
        AvailabilityZone: 'us-east-1a',
        ProductDescription: 'Linux/UNIX',
        SpotPrice: '0.402100',
        Timestamp: new Date('2026-11-20T09:30:00Z'),
      },
      {InstanceType: 'g5.xlarge', AvailabilityZone: 'us-east-1c', ProductDescription: 'Linux/UNIX', SpotPrice: '9'},
    ],
  })
  const keys = [spot('us-east-1a'), spot('us-east-1b'), spot('cn-north-1a', 'cn-north-1')]
  const {prices, gaps} = await readSpotPrices(fakeSession, keys, now, signal)
  expect(gaps).toEqual([])
  expect([...prices]).toEqual([
    [
      priceKeyText(spot('us-east-1a')),
      expect.objectContaining({currency: 'USD', asOf: '2026-11-20T09:30:00.000Z', source: 'aws'}),
    ],
  ])
  expect(prices.get(priceKeyText(spot('us-east-1a')))?.amount.toFixed()).toBe('0.4021')
  // China is another partition: its prices take credentials of its own.
  expect(mock.commandCalls(DescribeSpotPriceHistoryCommand)).toHaveLength(1)
})

test('what is denied is a gap', async () => {
  mock.on(DescribeSpotPriceHistoryCommand).rejects(awsError('UnauthorizedOperation', 403, 'no'))
  const {prices, gaps} = await readSpotPrices(fakeSession, [spot('us-east-1a')], now, signal)
  expect(prices.size).toBe(0)
  expect(gaps).toMatchObject([{reason: 'denied', action: 'ec2:DescribeSpotPriceHistory', hides: {count: 1}}])
})
