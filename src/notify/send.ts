import {setTimeout as wait} from 'node:timers/promises'

import pRetry, {AbortError} from 'p-retry'

import {TrueupError} from '../errors.ts'
import type {Channel} from '../model/channel.ts'
import {signatureOf} from './signature.ts'

/** Where messages go. The URL of a webhook is a secret: it is never part of a message to anybody. */
export interface Destination {
  readonly channel: Channel
  readonly url: URL
  /** Signs the body, so that the receiver knows whose it is. */
  readonly secret?: string
  /** What an attempt may take; default: ten seconds. */
  readonly timeoutMs?: number
  /** First pause between attempts, which then doubles; default: a second. */
  readonly pauseMs?: number
}

/** JSON text. */
export type Message = string

interface Delivery {
  /** Equal for every attempt to tell the same, so that a receiver that got it already can tell. */
  readonly key: string
  readonly now: Date
  readonly signal: AbortSignal
}

const attempts = 4

/** Whoever asks for more patience is told by the next run. */
const longestPauseMs = 60_000

/**
 * Posts a message; again where the receiver is busy, fails or cannot be reached, after as long as it says (`Retry-After`). Redirects are not
 * followed: they would hand the message to somebody else.
 *
 * @throws {TrueupError} `notification-failed`
 */
export async function send(message: Message, destination: Destination, delivery: Delivery): Promise<void> {
  const {channel, url, pauseMs = 1000, timeoutMs = 10_000} = destination
  const {signal} = delivery
  const headers = headersOf(message, destination, delivery)
  const post = async (): Promise<void> => {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)])
    const response = await fetch(url, {method: 'POST', body: message, headers, redirect: 'manual', signal: limit})
    await response.body?.cancel()
    if (!response.ok) throw new Refused(response.status, pauseIn(response.headers, delivery.now))
  }
  try {
    await pRetry(async () => post().catch((error: unknown) => throwUnlessWorthIt(error, signal)), {
      retries: attempts - 1,
      minTimeout: pauseMs,
      maxTimeout: longestPauseMs,
      signal,
      onFailedAttempt: async ({error, retriesLeft}) => {
        if (error instanceof Refused && retriesLeft > 0) await wait(error.pauseMs, undefined, {signal})
      },
    })
  } catch (error) {
    signal.throwIfAborted()
    throw failed(channel, error)
  }
}

class Refused extends Error {
  readonly status: number
  readonly pauseMs: number

  constructor(status: number, pauseMs: number) {
    super(`HTTP ${status}`)
    this.status = status
    this.pauseMs = pauseMs
  }
}

function throwUnlessWorthIt(error: unknown, signal: AbortSignal): never {
  signal.throwIfAborted()
  if (!(error instanceof Refused)) throw error
  const isPassing = error.status === 429 || error.status === 408 || error.status >= 500
  throw isPassing && error.pauseMs <= longestPauseMs ? error : new AbortError(error)
}

/** Seconds, or a date: https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */
function pauseIn(headers: Headers, now: Date): number {
  const text = headers.get('retry-after')
  if (text === null) return 0
  const ms = /^\d+$/.test(text.trim()) ? Number(text) * 1000 : Date.parse(text) - now.getTime()
  return Number.isFinite(ms) ? Math.max(0, ms) : 0
}

/** As https://www.standardwebhooks.com has them; Slack takes no notice. */
function headersOf(message: Message, {channel, secret}: Destination, {key, now}: Delivery): Record<string, string> {
  const type = {'content-type': 'application/json; charset=utf-8', 'user-agent': 'trueup'}
  if (channel === 'slack') return type
  const timestamp = String(Math.floor(now.getTime() / 1000))
  const signed = secret === undefined ? {} : {'webhook-signature': signatureOf(message, {id: key, timestamp, secret})}
  return {...type, 'webhook-id': key, 'webhook-timestamp': timestamp, 'idempotency-key': key, ...signed}
}

/** Neither the URL nor what the receiver answered is told: both may hold secrets. */
function failed(channel: Channel, error: unknown): TrueupError {
  const hint = 'Check the URL in the environment; the next run tells what this one could not'
  return new TrueupError(`${channel} could not be told: ${reasonOf(error)}`, {
    code: 'notification-failed',
    fault: 'aws',
    hint,
  })
}

function reasonOf(error: unknown): string {
  if (error instanceof Refused) return `it answered ${error.message}`
  if (!(error instanceof Error)) return 'it failed'
  if (error.name === 'TimeoutError') return 'it did not answer in time'
  const {code} = (error.cause ?? {}) as NodeJS.ErrnoException
  return `it could not be reached${code === undefined ? '' : ` (${code})`}`
}
