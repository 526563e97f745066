import {getEventListeners, once} from 'node:events'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'

import {afterEach, describe, expect, test, vi} from 'vitest'

import {ConfigServiceClient, SelectResourceConfigCommand} from '@aws-sdk/client-config-service'
import {operationOf} from '../../src/aws/limits/operation.ts'
import {Lane} from '../../src/aws/limits/pace.ts'
import {publishedLimit} from '../../src/aws/limits/published.ts'
import {Slots} from '../../src/aws/limits/slots.ts'
import {openTransport} from '../../src/aws/transport.ts'
import {startLoopback} from '../live/loopback.ts'

const credentials = {accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'not-a-secret'}

afterEach(() => vi.useRealTimers())

const authorization = (service: string) => `AWS4-HMAC-SHA256 Credential=AK/20260101/eu-west-1/${service}/aws4_request`

const second = () => new Promise<void>((done) => setTimeout(done, 1000))

/** How many of a hundred waiting calls went out after so many seconds. */
async function sentAfter(lane: Lane, seconds: number): Promise<number> {
  let sent = 0
  for (let call = 0; call < 100; call++) void lane.enter(undefined).then(() => sent++)
  await vi.advanceTimersByTimeAsync(seconds * 1000)
  return sent
}

describe('which limit a call counts against', () => {
  const request = {method: 'POST', path: '/', protocol: 'https:', hostname: 'aws', query: {}}

  test.each([
    [
      'JSON',
      {headers: {authorization: authorization('config'), 'X-Amz-Target': 'StarlingDove.SelectResourceConfig'}},
      'config SelectResourceConfig',
    ],
    [
      'query',
      {headers: {Authorization: authorization('ec2')}, body: 'Action=DescribeVpcs&Version=2016-11-15'},
      'ec2 DescribeVpcs',
    ],
    [
      'CBOR',
      {
        headers: {authorization: authorization('monitoring')},
        path: '/service/GraniteServiceVersion20100801/operation/DescribeAlarms',
      },
      'monitoring DescribeAlarms',
    ],
    [
      'REST',
      {headers: {authorization: authorization('lambda')}, method: 'GET', path: '/2015-03-31/functions'},
      'lambda GET /2015-03-31',
    ],
  ])('%s', (_, parts, expected) => {
    const {service, region, name} = operationOf({...request, ...parts})
    expect(`${service} ${name}`).toBe(expected)
    expect(region).toBe('eu-west-1')
  })

  test('a limit of an operation comes before that of its service', () => {
    expect(publishedLimit('tagging', 'GetResources')).toEqual({callsPerSecond: 15})
    expect(publishedLimit('ec2', 'DescribeVpcs')).toEqual({callsPerSecond: 20})
    expect(publishedLimit('config', 'SelectResourceConfig')).toBeUndefined()
  })
})

describe('the pace of an API', () => {
  test('never exceeds what is published', async () => {
    vi.useFakeTimers()
    const sent = await sentAfter(new Lane(15), 2.5)
    expect(sent).toBeGreaterThanOrEqual(30)
    expect(sent).toBeLessThanOrEqual(45)
  })

  test('is unbounded where nothing is published, until AWS throttles; then it recovers', async () => {
    vi.useFakeTimers({now: 1_000_000})
    const lane = new Lane(undefined)
    expect(await sentAfter(lane, 0)).toBe(100)
    for (let call = 0; call < 40; call++) {
      await vi.advanceTimersByTimeAsync(100)
      lane.succeeded()
    }
    lane.throttled({errorType: 'THROTTLING'})
    const slow = await sentAfter(lane, 2)
    expect(slow).toBeLessThan(50)
    for (let call = 0; call < 400; call++) {
      await vi.advanceTimersByTimeAsync(20)
      lane.succeeded()
    }
    expect(await sentAfter(lane, 2)).toBeGreaterThan(slow)
  })

  test('lets nobody wait who has given up', async () => {
    const controller = new AbortController()
    const lane = new Lane(1)
    await lane.enter(controller.signal)
    const waiting = lane.enter(controller.signal)
    controller.abort()
    await expect(waiting).rejects.toMatchObject({name: 'AbortError'})
  })
})

describe('a call that waits behind calls that come first', () => {
  const signal = undefined

  test('is sent before its signature expires', async () => {
    vi.useFakeTimers()
    const slots = new Slots(2)
    let others = 0
    const again = async (): Promise<void> =>
      slots
        .take(second, {signal, priority: 0})
        .then(() => others++)
        .then(again)
    for (let waiting = 0; waiting < 5; waiting++) void again()
    const sent = vi.fn(second)
    const call = slots.take(sent, {signal, priority: -3})
    await vi.advanceTimersByTimeAsync(59_000)
    expect(sent).not.toHaveBeenCalled()
    expect(others).toBeGreaterThan(100)
    await vi.advanceTimersByTimeAsync(3000)
    expect(sent).toHaveBeenCalledOnce()
    await call
  })

  test('is forgotten when it is ended', async () => {
    vi.useFakeTimers()
    const slots = new Slots(1)
    const controller = new AbortController()
    const long = slots.take(async () => new Promise((done) => setTimeout(done, 200_000)), {signal, priority: 0})
    const ended = slots.take(second, {signal: controller.signal, priority: -1})
    controller.abort()
    await expect(ended).rejects.toMatchObject({name: 'AbortError'})
    await vi.advanceTimersByTimeAsync(200_000)
    await long
  })
})

describe('a transport', () => {
  test('bounds the calls on their way, of all accounts and regions together', async () => {
    let open = 0
    let most = 0
    await using aws = await startLoopback(async () => {
      most = Math.max(most, ++open)
      await new Promise((done) => setTimeout(done, 10))
      open--
      return [200, {Results: []}]
    })
    const transport = openTransport({callsAtOnce: 3})
    const clients = ['eu-west-1', 'us-east-1'].map(
      (region) => new ConfigServiceClient({...transport.account()(), region, credentials, endpoint: aws.url}),
    )
    const calls = [...clients, ...clients, ...clients, ...clients].map(async (client) =>
      client.send(new SelectResourceConfigCommand({Expression: 'SELECT arn'})),
    )
    await Promise.all(calls)
    expect(aws.requests).toHaveLength(8)
    expect(most).toBe(3)
  })

  test('slows down one API of one region at throttling, for all its clients', async () => {
    let throttled = true
    await using aws = await startLoopback(async () => {
      const answer = throttled ? ([400, {__type: 'ThrottlingException'}] as const) : ([200, {Results: []}] as const)
      throttled = false
      return answer
    })
    const slowed = vi.spyOn(Lane.prototype, 'throttled')
    const settings = openTransport().account()
    const client = new ConfigServiceClient({...settings(), region: 'eu-west-1', credentials, endpoint: aws.url})
    await client.send(new SelectResourceConfigCommand({Expression: 'SELECT arn'}))
    expect(slowed).toHaveBeenCalledOnce()
    slowed.mockRestore()
  })

  describe('a signal for many calls', () => {
    const select = new SelectResourceConfigCommand({Expression: 'SELECT arn'})

    test('ends those on their way and those that wait, and gets one listener for all', async () => {
      const first = Promise.withResolvers<void>()
      await using aws = await startLoopback(async () => {
        first.resolve()
        return new Promise(() => undefined)
      })
      const settings = openTransport({callsAtOnce: 2}).account()
      const client = new ConfigServiceClient({...settings(), region: 'eu-west-1', credentials, endpoint: aws.url})
      const controller = new AbortController()
      const calls = Array.from({length: 20}, async () => client.send(select, {abortSignal: controller.signal}))
      const outcomes = Promise.allSettled(calls)
      await first.promise
      expect(getEventListeners(controller.signal, 'abort')).toHaveLength(1)
      controller.abort()
      expect(await outcomes).toMatchObject(calls.map(() => ({status: 'rejected', reason: {name: 'AbortError'}})))
      expect(aws.requests.length).toBeLessThanOrEqual(2)
      await expect(client.send(select, {abortSignal: controller.signal})).rejects.toMatchObject({name: 'AbortError'})
    })

    test('ends a call whose answer has begun', async () => {
      const begun = Promise.withResolvers<void>()
      const server = createServer((_, response) => {
        response.writeHead(200, {'content-type': 'application/x-amz-json-1.1'}).write('{"Results": [')
        begun.resolve()
      }).listen(0, '127.0.0.1')
      await once(server, 'listening')
      const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
      const client = new ConfigServiceClient({
        ...openTransport().account()(1),
        region: 'eu-west-1',
        credentials,
        endpoint,
      })
      const controller = new AbortController()
      const call = client.send(select, {abortSignal: controller.signal})
      await begun.promise
      await new Promise((done) => setTimeout(done, 20))
      controller.abort()
      await expect(call).rejects.toThrow()
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    })
  })
})
