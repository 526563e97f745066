import {createHmac} from 'node:crypto'

import {describe, expect, test} from 'vitest'

import {TrueupError} from '../../src/errors.ts'
import {destinationOf} from '../../src/notify/destination.ts'
import {send, type Destination} from '../../src/notify/send.ts'
import {receiver, type Reaction} from './receiver.ts'

const now = new Date('2026-11-22T12:00:00Z')
const delivery = {key: 'abc123', now, signal: new AbortController().signal}

async function sent(reactions: readonly Reaction[], more: Partial<Destination> = {}) {
  const {received, url} = await receiver(...reactions)
  const destination = {channel: 'webhook', url, pauseMs: 1, timeoutMs: 300, ...more} as const
  const failure = await send('{"text":"<hällo>"}', destination, delivery).then(
    () => undefined,
    (error: unknown) => error as TrueupError,
  )
  return {received, failure}
}

describe('a message', () => {
  test('is sent once', async () => {
    const {received, failure} = await sent([])
    expect(failure).toBeUndefined()
    expect(received).toHaveLength(1)
    expect(received[0]).toMatchObject({
      body: '{"text":"<hällo>"}',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'idempotency-key': 'abc123',
        'webhook-id': 'abc123',
        'webhook-timestamp': String(now.getTime() / 1000),
      },
    })
    expect(received[0]?.headers).not.toHaveProperty('webhook-signature')
  })

  test.each([
    ['text', 'shared-secret', Buffer.from('shared-secret')],
    ['Base64', `whsec_${Buffer.from('shared-secret').toString('base64')}`, Buffer.from('shared-secret')],
  ])('is signed with a secret that is %s, as Standard Webhooks say', async (_, secret, key) => {
    const {received} = await sent([503], {secret})
    expect(received).toHaveLength(2)
    for (const {headers, body} of received) {
      const signed = [headers['webhook-id'], headers['webhook-timestamp'], body].join('.')
      expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', key).update(signed).digest('base64')}`)
    }
  })

  test('to Slack has no headers of ours', async () => {
    const {received} = await sent([], {channel: 'slack', secret: 'x'})
    expect(Object.keys(received[0]?.headers ?? {}).filter((name) => /webhook|idempotency/.test(name))).toEqual([])
  })

  test.each<[string, readonly Reaction[]]>([
    ['a receiver that fails', [500, 502]],
    ['one that is busy', [429, [503, {'retry-after': '0'}]]],
    ['one that hangs up', ['hang up', 'hang up']],
    ['one that says nothing', ['silence', 408]],
  ])('reaches %s in the end, with the same key', async (_, reactions) => {
    const {received, failure} = await sent(reactions)
    expect(failure).toBeUndefined()
    expect(received.map(({headers}) => headers['idempotency-key'])).toEqual(['abc123', 'abc123', 'abc123'])
  })

  test('waits as long as the receiver asks for', async () => {
    const start = performance.now()
    const {failure} = await sent([[429, {'retry-after': '1'}]])
    expect(failure).toBeUndefined()
    expect(performance.now() - start).toBeGreaterThan(990)
  })

  test.each<[string, readonly Reaction[], string, number]>([
    ['refuses', [404], 'HTTP 404', 1],
    ['sends elsewhere', [[307, {location: 'http://127.0.0.1:9/'}]], 'HTTP 307', 1],
    ['asks for too much patience', [[429, {'retry-after': '3600'}]], 'HTTP 429', 1],
    ['names a day far away', [[503, {'retry-after': 'Mon, 23 Nov 2026 12:00:00 GMT'}]], 'HTTP 503', 1],
    ['keeps failing', [500, 500, 500, 500, 500], 'HTTP 500', 4],
    ['never answers', ['silence', 'silence', 'silence', 'silence'], 'in time', 4],
  ])('fails where the receiver %s', async (_, reactions, said, attempts) => {
    const {received, failure} = await sent(reactions, {timeoutMs: 60})
    expect(received).toHaveLength(attempts)
    expect(failure).toBeInstanceOf(TrueupError)
    expect(failure).toMatchObject({code: 'notification-failed', message: expect.stringContaining(said)})
    const words = `${failure?.message} ${failure?.hint} ${failure?.stack} ${JSON.stringify(failure?.cause)}`
    expect(words).not.toMatch(/secret|127\.0\.0\.1:\d+\/services/)
  })

  test('fails where nobody listens, and does not say where that was', async () => {
    const {url, close} = await receiver()
    await close()
    const failure = await send('{}', {channel: 'slack', url, pauseMs: 1}, delivery).catch((error: unknown) => error)
    expect(failure).toMatchObject({message: 'slack could not be told: it could not be reached (ECONNREFUSED)'})
  })

  test('is given up when the run is interrupted', async () => {
    const {received, url} = await receiver('silence')
    const interruption = new AbortController()
    const sending = send('{}', {channel: 'slack', url}, {...delivery, signal: interruption.signal})
    while (received.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    interruption.abort()
    await expect(sending).rejects.toMatchObject({name: 'AbortError'})
  })
})

describe('a destination', () => {
  test('comes from the environment', () => {
    const env = {
      TRUEUP_WEBHOOK_URL: ' https://example.com/hook ',
      TRUEUP_WEBHOOK_SECRET: 'x',
      TRUEUP_SLACK_WEBHOOK_URL: '',
    }
    expect(destinationOf('webhook', env)).toEqual({
      channel: 'webhook',
      url: new URL('https://example.com/hook'),
      secret: 'x',
    })
    expect(() => destinationOf('slack', env)).toThrow(
      expect.objectContaining({
        code: 'notification-url-missing',
        hint: expect.stringContaining('TRUEUP_SLACK_WEBHOOK_URL'),
      }),
    )
  })

  test.each(['hooks.slack.com/x', 'http://example.com/secret', 'ftp://example.com/secret'])(
    '%s will not do',
    (text) => {
      const taken = () => destinationOf('slack', {TRUEUP_SLACK_WEBHOOK_URL: text})
      expect(taken).toThrow(expect.objectContaining({code: 'notification-url-invalid'}))
      expect(taken).toThrow(expect.objectContaining({message: expect.not.stringContaining('secret')}))
    },
  )
})
