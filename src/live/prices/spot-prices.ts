import {EC2Client, paginateDescribeSpotPriceHistory, type _InstanceType} from '@aws-sdk/client-ec2'

import {call, failureIn} from '../../aws/call.ts'
import type {AwsSession} from '../../aws/session.ts'
import type {Gap} from '../../model/gap.ts'
import {partitionOf} from '../../model/location.ts'
import {Decimal} from '../../model/money.ts'
import {priceKeyText, type PriceKey, type UnitPrice} from '../../model/price.ts'

export type SpotKey = Extract<PriceKey, {readonly of: 'spot'}>

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSpotPriceHistory.html */
const systems = {Linux: 'Linux/UNIX', Windows: 'Windows', RHEL: 'Red Hat Enterprise Linux', SUSE: 'SUSE Linux'} as const

export interface SpotPrices {
  readonly prices: ReadonlyMap<string, UnitPrice>
  readonly gaps: readonly Gap[]
}

/**
 * What the Spot market asks for now, by zone: a call for each region, for the types that are asked for. Zones have other names in other
 * accounts, so this is of the session's own; in another account it is that of the region's zone of the same name.
 */
export async function readSpotPrices(
  session: AwsSession,
  keys: readonly SpotKey[],
  now: Date,
  signal: AbortSignal,
): Promise<SpotPrices> {
  const prices = new Map<string, UnitPrice>()
  const gaps: Gap[] = []
  const reachable = keys.filter(({region}) => partitionOf(region) === session.partition)
  for (const [region, asked] of Map.groupBy(reachable, (key) => key.region)) {
    const client = new EC2Client(session.clientSettings(region))
    try {
      await call('ec2:DescribeSpotPriceHistory', async () => {
        for (const [name, price] of await pricesIn(client, asked, now, signal)) prices.set(name, price)
      })
    } catch (error) {
      const hides = {count: asked.length, examples: asked.slice(0, 5).map(({instanceType}) => instanceType)}
      gaps.push({...failureIn(error), hides})
    } finally {
      client.destroy()
    }
  }
  return {prices, gaps}
}

async function pricesIn(
  client: EC2Client,
  keys: readonly SpotKey[],
  now: Date,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, UnitPrice>> {
  const wanted = new Map(keys.map((key) => [[key.instanceType, key.zone, systems[key.os]].join('\n'), key]))
  const found = new Map<string, UnitPrice>()
  const input = {
    InstanceTypes: [...new Set(keys.map(({instanceType}) => instanceType as _InstanceType))],
    ProductDescriptions: [...new Set(keys.map(({os}) => systems[os]))],
    // From now on: the price that holds, and no history.
    StartTime: now,
    EndTime: now,
  }
  for await (const page of paginateDescribeSpotPriceHistory({client}, input, {abortSignal: signal})) {
    for (const entry of page.SpotPriceHistory ?? []) {
      const key = wanted.get([entry.InstanceType, entry.AvailabilityZone, entry.ProductDescription].join('\n'))
      if (!key || entry.SpotPrice === undefined) continue
      const asOf = (entry.Timestamp ?? now).toISOString()
      found.set(priceKeyText(key), {amount: new Decimal(entry.SpotPrice), currency: 'USD', asOf, source: 'aws'})
    }
  }
  return found
}
