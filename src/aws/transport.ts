import {Agent as HttpAgent, type IncomingMessage} from 'node:http'
import {Agent as HttpsAgent} from 'node:https'

import {StandardRetryStrategy} from '@smithy/core/retry'
import {NodeHttpHandler} from '@smithy/node-http-handler'
import type {
  HttpHandlerOptions,
  HttpRequest,
  HttpResponse,
  Logger,
  RequestHandler,
  RetryErrorInfo,
  StandardRetryToken,
} from '@smithy/types'

import {CallSignals, type CallSignal} from './call-signals.ts'
import {foundSettings, type FoundSettings} from './found-settings.ts'
import {callsAtOnce} from './limits/calls-at-once.ts'
import {operationOf} from './limits/operation.ts'
import {Pace, type Lane} from './limits/pace.ts'
import {Slots} from './limits/slots.ts'

/** What a client is made with, so that it keeps to the limits without knowing of them. */
export interface PacedSettings {
  readonly requestHandler: RequestHandler<HttpRequest, HttpResponse, HttpHandlerOptions>
  readonly retryStrategy: StandardRetryStrategy
  readonly maxAttempts: number
  readonly logger: Logger
}

/** One way to AWS for a whole run: its sockets, and how many calls are on their way at a time. */
export interface Transport {
  /** For the clients of one account, which share its limits. */
  account(): (attempts?: number) => PacedSettings
  /** What environment and profile say. */
  found(profile?: string): Promise<FoundSettings>
}

export interface TransportOptions {
  /** Calls on their way at a time, all accounts and regions together. */
  readonly callsAtOnce?: number
  readonly maxAttempts?: number
  /** Told of the time at which AWS says that it answered. */
  readonly onDate?: (date: Date) => void
}

/** Twelve: with every fourth answer an error, one call in ten million stays without any. */
const defaults = {callsAtOnce, maxAttempts: 12}

/**
 * Sockets are kept and shared. Proxies are those of the environment (`HTTPS_PROXY`, `NO_PROXY`), which Node 24 knows and the SDK does
 * not (https://nodejs.org/api/http.html#built-in-proxy-support).
 */
export function openTransport(options: TransportOptions = {}): Transport {
  const {callsAtOnce: most, maxAttempts, onDate} = {...defaults, ...options}
  const agent = {keepAlive: true, maxSockets: most, maxTotalSockets: 2 * most, proxyEnv: process.env}
  const http = new NodeHttpHandler({
    httpAgent: new HttpAgent(agent),
    httpsAgent: new HttpsAgent(agent),
    connectionTimeout: 10_000,
    requestTimeout: 60_000,
    throwOnRequestTimeout: true,
  })
  const slots = new Slots(most)
  const signals = new CallSignals()
  const found = new Map<string | undefined, Promise<FoundSettings>>()
  let accounts = 0
  return {
    found: (profile) => {
      const known = found.get(profile) ?? foundSettings(profile, http)
      found.set(profile, known)
      return known
    },
    account: () => {
      const pace = new Pace()
      // Whoever began first ends first: were all served alike, all would end together, and judging them would wait until then.
      const priority = -accounts++
      return (attempts = maxAttempts) => pacedSettings({http, slots, signals, pace, priority, onDate}, attempts)
    },
  }
}

/** On these, all other calls of an account wait: they come before those of accounts that began earlier. */
const opening: ReadonlySet<string> = new Set([
  'GetCallerIdentity',
  'AssumeRole',
  'DescribeConfigurationRecorders',
  'DescribeConfigurationRecorderStatus',
])

interface Means {
  readonly http: NodeHttpHandler
  readonly slots: Slots
  readonly signals: CallSignals
  readonly pace: Pace
  /** Of its calls, where more wait than may be on their way. */
  readonly priority: number
  readonly onDate: TransportOptions['onDate']
}

function pacedSettings({http, slots, signals, pace, priority, onDate}: Means, maxAttempts: number): PacedSettings {
  /** Which lane an answer came by: the retry strategy alone learns what the SDK makes of an answer, and it does not know the call. */
  const lanes = new WeakMap<object, Lane>()
  const requestHandler: PacedSettings['requestHandler'] = {
    metadata: http.metadata,
    handle: async (request, options = {}) => {
      const operation = operationOf(request)
      const lane = pace.lane(operation)
      const turn = {priority: opening.has(operation.name) ? 0 : priority}
      const ofRun = options.abortSignal as AbortSignal | undefined
      const send = async (signal?: AbortSignal): ReturnType<typeof http.handle> => {
        await lane.enter(signal)
        const ofCall = {...options, ...(signal && {abortSignal: signal})}
        const call = async () => http.handle(request as Parameters<typeof http.handle>[0], ofCall)
        return slots.take(call, {signal, ...turn})
      }
      const answer = ofRun ? await endedBy(signals.open(ofRun), send) : await send()
      const {date} = answer.response.headers
      if (date !== undefined) onDate?.(new Date(date))
      if (answer.response.statusCode < 400) lane.succeeded()
      else lanes.set(answer.response, lane)
      return answer
    },
  }
  const tell = (info: RetryErrorInfo): void => {
    const {$response: response} = (info.error ?? {}) as {readonly $response?: object}
    if (info.errorType === 'THROTTLING' && response) lanes.get(response)?.throttled(info)
  }
  return {requestHandler, retryStrategy: new TellingRetryStrategy(maxAttempts, tell), maxAttempts, logger: silent}
}

/** The signal stands until the answer is read, whose body comes after its head. */
async function endedBy<T extends Awaited<ReturnType<NodeHttpHandler['handle']>>>(
  {signal, close}: CallSignal,
  send: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  try {
    const answer = await send(signal)
    const body = answer.response.body as IncomingMessage
    body.once('close', close)
    return answer
  } catch (error) {
    close()
    throw error
  }
}

function nothing(): void {}

/** Without `info`, for which the SDK would make a copy of every answer, secrets blanked, that nobody reads. */
const silent = {trace: nothing, debug: nothing, warn: nothing, error: nothing} as unknown as Logger

/** The SDK's standard retries, telling of each error that is retried. */
class TellingRetryStrategy extends StandardRetryStrategy {
  readonly #tell: (info: RetryErrorInfo) => void

  constructor(maxAttempts: number, tell: (info: RetryErrorInfo) => void) {
    super(maxAttempts)
    this.#tell = tell
  }

  override async refreshRetryTokenForRetry(
    token: StandardRetryToken,
    info: RetryErrorInfo,
  ): Promise<StandardRetryToken> {
    this.#tell(info)
    return super.refreshRetryTokenForRetry(token, info)
  }
}
