import type {PricingClient} from '@aws-sdk/client-pricing'

import {call, FailedCall} from '../../aws/call.ts'
import type {AwsSession} from '../../aws/session.ts'
import type {Gap} from '../../model/gap.ts'
import {partitionOf} from '../../model/location.ts'
import {Decimal} from '../../model/money.ts'
import {priceKeyText, pricedName, unitOf, type PriceBook, type PriceKey, type UnitPrice} from '../../model/price.ts'
import {offeredPrices, type OfferedPrice} from './product.ts'
import type {KeptPrice, PriceCache} from './price-cache.ts'
import {queryOf, type ListedKey} from './query.ts'
import type {SpotKey} from './spot-prices.ts'

const action = 'pricing:GetProducts'
const examplesShown = 5
/** Requests at a time; the lane of the API keeps their pace. */
const atOnce = 8

/**
 * Where the price list answers for a partition's credentials (https://docs.aws.amazon.com/general/latest/gr/billing.html). GovCloud has no
 * endpoint: its prices are in the list of the commercial regions, for credentials of these.
 */
const endpoints: Readonly<Record<string, {readonly region: string; readonly answers: readonly string[]}>> = {
  aws: {region: 'us-east-1', answers: ['aws', 'aws-us-gov']},
  'aws-cn': {region: 'cn-northwest-1', answers: ['aws-cn']},
}

export interface AskedPrices {
  readonly book: PriceBook
  readonly gaps: readonly Gap[]
}

/** On-demand prices of what is asked for, and of nothing else: a request each, unless an earlier run kept the answer. */
export async function readPrices(
  session: AwsSession,
  all: readonly PriceKey[],
  cache: PriceCache,
  signal: AbortSignal,
): Promise<AskedPrices> {
  const {prices: spot, gaps: spotGaps} = await spotPrices(session, all.filter(isSpot), cache.now, signal)
  const keys = all.filter(isListed)
  const endpoint = endpoints[session.partition]
  const answered = keys.filter(({region}) => endpoint?.answers.includes(partitionOf(region)))
  const unanswered = keys.filter((key) => !answered.includes(key))
  const gaps = [...spotGaps, ...(unanswered.length > 0 ? [noEndpoint(session.partition, unanswered)] : [])]
  if (!endpoint || answered.length === 0) return {book: bookOf(spot), gaps}
  const {PricingClient: Client} = await import('@aws-sdk/client-pricing')
  const client = new Client(session.clientSettings(endpoint.region))
  const prices = new Map(spot)
  const failed = await eachPrice(answered, async (key) => {
    const name = priceKeyText(key)
    const price = cache.get(name) ?? cache.set(name, await priceOf(client, key, signal))
    const unit = unitPrice(price)
    if (unit) prices.set(name, unit)
  })
  client.destroy()
  await cache.save()
  return {book: bookOf(prices), gaps: failed ? [...gaps, failedGap(failed)] : gaps}
}

function isListed(key: PriceKey): key is ListedKey {
  return !isSpot(key)
}

function isSpot(key: PriceKey): key is SpotKey {
  return key.of === 'spot'
}

async function spotPrices(session: AwsSession, keys: readonly SpotKey[], now: Date, signal: AbortSignal) {
  if (keys.length === 0) return {prices: new Map<string, UnitPrice>(), gaps: []}
  const {readSpotPrices} = await import('./spot-prices.ts')
  return readSpotPrices(session, keys, now, signal)
}

interface Failed {
  readonly error: FailedCall
  readonly keys: readonly ListedKey[]
}

/** One that is denied is denied for all: the rest is not asked for. */
async function eachPrice(
  keys: readonly ListedKey[],
  ask: (key: ListedKey) => Promise<void>,
): Promise<Failed | undefined> {
  const left = [...keys]
  const unasked: ListedKey[] = []
  let error: FailedCall | undefined
  const work = async (): Promise<void> => {
    for (let key = left.shift(); key !== undefined; key = left.shift()) {
      if (error) {
        unasked.push(key)
        continue
      }
      try {
        await ask(key)
      } catch (cause) {
        if (!(cause instanceof FailedCall)) throw cause
        error ??= cause
        unasked.push(key)
      }
    }
  }
  await Promise.all(Array.from({length: atOnce}, work))
  return error && {error, keys: unasked}
}

async function priceOf(client: PricingClient, key: ListedKey, signal: AbortSignal): Promise<Omit<KeptPrice, 'readAt'>> {
  const {GetProductsCommand} = await import('@aws-sdk/client-pricing')
  const {service, filters, usageType} = queryOf(key)
  const found: OfferedPrice[] = []
  let token: string | undefined
  do {
    const command = new GetProductsCommand({
      ServiceCode: service,
      FormatVersion: 'aws_v1',
      MaxResults: 100,
      Filters: Object.entries(filters).map(([Field, Value]) => ({Type: 'TERM_MATCH', Field, Value})),
      ...(token === undefined ? {} : {NextToken: token}),
    })
    const answer = await call(action, async () => client.send(command, {abortSignal: signal}))
    // The SDK makes String objects of its own of them, which JSON.parse takes for text.
    const texts = (answer.PriceList ?? []) as readonly string[]
    const products = texts.flatMap((text) => offeredPrices(text, unitOf(key)))
    found.push(...products.filter((price) => usageType?.test(price.usageType) !== false))
    token = answer.NextToken
  } while (token)
  const [first] = found
  const agree = first && found.every(({amount, currency}) => amount === first.amount && currency === first.currency)
  return agree ? {amount: first.amount, currency: first.currency} : {}
}

function unitPrice({amount, currency, readAt}: KeptPrice): UnitPrice | undefined {
  if (amount === undefined || currency === undefined) return undefined
  return {amount: new Decimal(amount), currency, asOf: readAt, source: 'aws'}
}

function bookOf(prices: ReadonlyMap<string, UnitPrice>): PriceBook {
  return {price: (key) => prices.get(priceKeyText(key))}
}

function noEndpoint(partition: string, keys: readonly ListedKey[]): Gap {
  const regions = [...new Set(keys.map(({region}) => region))].toSorted().join(', ')
  return {
    reason: 'price-unknown',
    detail: `The Price List API does not answer credentials of partition ${partition} for ${regions}: embedded prices are used, where there are any.`,
    hides: hidden(keys),
  }
}

function failedGap({error, keys}: Failed): Gap {
  return {...error.failure, hides: hidden(keys)}
}

function hidden(keys: readonly PriceKey[]): Gap['hides'] {
  const names = keys.map((key) => `${pricedName(key)} in ${key.region}`).toSorted()
  return {count: keys.length, examples: names.slice(0, examplesShown)}
}
