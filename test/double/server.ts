import {createServer, type IncomingMessage, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'
import {setTimeout as delay} from 'node:timers/promises'

import type {Apis, Context} from './apis/api.ts'
import {apis as allApis} from './apis/index.ts'
import {identify, type Caller} from './callers.ts'
import {Troublemaker, type Disturbance, type Trouble} from './disturbance.ts'
import {Buckets, limits, type Limit} from './limits.ts'
import {answerOf, type RawAnswer} from './wire/answer.ts'
import {AwsFault, denial, expiry, faultAnswer, serverError, throttling} from './wire/fault.ts'
import {callOf, rawRequest, signatureOf, type Call, type RawRequest, type Signature} from './wire/request.ts'
import type {World} from './world.ts'

export interface DoubleOptions {
  readonly world: World
  readonly disturbances?: readonly Disturbance[]
  readonly seed?: number
  /** Time from a call to the beginning of its answer, in ms of the double's time; default 0. */
  readonly latencyMs?: number
  /** Default: those that AWS publishes; an empty list for none. */
  readonly limits?: readonly Limit[]
  /** How many seconds of the double's time pass in one: latencies get shorter, limits wider; default 1. */
  readonly speed?: number
  /** After which keys of an assumed role are refused, by the wall's clock, and the SDK renews them; default: an hour. */
  readonly sessionSeconds?: number
  /** Default: all that the double answers. */
  readonly apis?: Apis
  /** Told of every call and what became of it. */
  readonly onCall?: (call: LoggedCall) => void
}

export interface LoggedCall {
  /** `config:SelectResourceConfig` */
  readonly call: string
  readonly account: string
  readonly region: string
  /** `fault`: an error that is the answer; `unanswered`: the double does not know what to say. */
  readonly outcome: 'ok' | Trouble | 'fault' | 'unanswered'
}

export interface Double extends AsyncDisposable {
  /** For `AWS_ENDPOINT_URL`. */
  readonly url: string
}

/** AWS over HTTP on the loopback interface, as far as trueup asks it: in the SDK's own wire formats, with limits and troubles. */
export async function startDouble(options: DoubleOptions): Promise<Double> {
  const {speed = 1} = options
  const seconds = (): number => (performance.now() / 1000) * speed
  const buckets = new Buckets(seconds, options.limits ?? limits)
  const troublemaker = new Troublemaker(options.seed ?? 1, options.disturbances ?? [])
  const state: State = {options, buckets, troublemaker, latencyMs: (options.latencyMs ?? 0) / speed}
  const server = createServer({keepAliveTimeout: 60_000}, (incoming, response) => {
    serve(incoming, response, state).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500, {'content-type': 'text/plain'})
      response.end(`the double failed: ${String(error)}`)
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const {port} = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

interface State {
  readonly options: DoubleOptions
  readonly buckets: Buckets
  readonly troublemaker: Troublemaker
  readonly latencyMs: number
}

async function serve(incoming: IncomingMessage, response: ServerResponse, state: State): Promise<void> {
  const request = await rawRequest(incoming)
  const signature = signatureOf(request)
  if (!signature) return send(response, unsigned)
  const call = await callOf(request, signature)
  if (!call) {
    const what =
      request.headers['x-amz-target'] ?? new URLSearchParams(request.body.toString()).get('Action') ?? request.path
    const fault = new AwsFault('UnknownOperationException', `the double does not know ${signature.service}: ${what}`)
    return send(response, faultAnswer(anybody, fault))
  }
  const name = `${signature.service}:${call.operation[2]}`
  const caller = identify(signature.accessKey, state.options.world)
  const {region} = signature
  const log = (outcome: LoggedCall['outcome']): void =>
    state.options.onCall?.({call: name, account: caller?.account ?? '', region, outcome})
  if (state.latencyMs > 0) await delay(state.latencyMs)
  if (!caller) return send(response, refuse(call, unknownCaller))
  const trouble = isExpired(caller, state) ? 'expired' : troubleOf(state, {name, caller, signature, request})
  if (trouble !== undefined) log(trouble)
  if (trouble === 'reset') return void response.destroy()
  const made = trouble && madeUp[trouble]
  if (made) return send(response, refuse(call, made(call, name, caller)))
  const api = (state.options.apis ?? allApis)[name]
  if (!api) log('unanswered')
  const answer = await perform(call, {name, api}, contextOf(caller, region, state))
  if (trouble === undefined && api) log(answer.status < 300 ? 'ok' : 'fault')
  return deliver(response, answer, trouble)
}

function contextOf(caller: Caller, region: string, {options: {world, sessionSeconds = anHour}}: State): Context {
  return {...caller, region, world, sessionSeconds}
}

const anHour = 3600
/** What was signed in time may arrive a little later. */
const onItsWayMs = 1000

function isExpired({since}: Caller, {options: {sessionSeconds = anHour}}: State): boolean {
  return since !== undefined && Date.now() - since > sessionSeconds * 1000 + onItsWayMs
}

interface Question {
  readonly name: string
  readonly caller: Caller
  readonly signature: Signature
  readonly request: RawRequest
}

function troubleOf({buckets, troublemaker}: State, {name, caller, signature, request}: Question): Trouble | undefined {
  const {account} = caller
  const {region} = signature
  const question = (): string => `${request.path}?${request.query.toString()} ${request.body.toString()}`
  const trouble = troublemaker.troubleOf({call: name, account, region, question})
  if (trouble !== undefined) return trouble
  return buckets.take(account, region, name) ? undefined : 'throttled'
}

const madeUp: Readonly<Partial<Record<Trouble, (call: Call, name: string, caller: Caller) => AwsFault>>> = {
  throttled: ({service}) => throttling(service),
  'server-error': ({service}) => serverError(service),
  denied: ({service}, name, {arn}) => denial(service, name, arn),
  expired: ({service}) => expiry(service),
}

async function perform(
  call: Call,
  {name, api}: {readonly name: string; readonly api: Apis[string] | undefined},
  context: Context,
): Promise<RawAnswer> {
  if (!api) return refuse(call, new AwsFault('UnknownOperationException', `the double does not answer ${name}`))
  try {
    return answerOf(call, await api(call.input, context))
  } catch (error) {
    if (error instanceof AwsFault) return refuse(call, error)
    throw error
  }
}

function refuse({service}: Call, fault: AwsFault): RawAnswer {
  return faultAnswer(service, fault)
}

const unknownCaller = new AwsFault(
  'UnrecognizedClientException',
  'The security token included in the request is invalid.',
  400,
)
const anybody = {name: '', protocol: 'awsJson1_1'} as const
const unsigned = faultAnswer(
  anybody,
  new AwsFault('MissingAuthenticationTokenException', 'Missing Authentication Token'),
)

async function deliver(response: ServerResponse, answer: RawAnswer, trouble: Trouble | undefined): Promise<void> {
  if (trouble === 'truncated') {
    const body = Buffer.from(answer.body)
    response.writeHead(answer.status, {...answer.headers, 'content-length': body.length})
    response.write(body.subarray(0, body.length >> 1), () => response.destroy())
    return
  }
  if (trouble !== 'trickled') return send(response, answer)
  const body = Buffer.from(answer.body)
  response.writeHead(answer.status, {...answer.headers, 'content-length': body.length})
  const piece = Math.max(1, Math.ceil(body.length / 20))
  for (let start = 0; start < body.length && !response.destroyed; start += piece) {
    response.write(body.subarray(start, start + piece))
    await delay(5)
  }
  response.end()
}

function send(response: ServerResponse, {status, headers, body}: RawAnswer): void {
  response.writeHead(status, {...headers, 'x-amzn-requestid': '6a1f0c1e-0000-4000-8000-000000000000'})
  // As bytes: of a text, Node first counts them and then makes them.
  response.end(Buffer.from(body))
}
