import pRetry, {AbortError} from 'p-retry'

import type {StoredState} from '../model/stored-state.ts'
import type {StateAccess} from './access.ts'
import {required, setting, type BackendSettings} from './settings.ts'
import {statusError, storeError} from './store-errors.ts'

/** A state at a URL: plain GET, basic authentication from the URL or as Terraform takes it, headers as asked for. */
export function httpStateAt(url: URL, access: StateAccess): StoredState {
  const {TF_HTTP_USERNAME: user, TF_HTTP_PASSWORD: password} = access.environment
  const own = url.username === '' ? undefined : decodeURIComponent(url.username)
  return stateAt(url, {
    ...basic(own ?? user, own === undefined ? password : decodeURIComponent(url.password)),
    ...access.headers,
  })
}

/** The state of a `backend "http"` block: https://developer.hashicorp.com/terraform/language/backend/http */
export function httpStateOf(settings: BackendSettings, access: StateAccess): StoredState {
  const {environment} = access
  const tls = ['client_certificate_pem', 'client_ca_certificate_pem', 'skip_cert_verification'].find(
    (name) => !['false', undefined].includes(setting(settings, name)),
  )
  const address = required(settings, 'address', environment['TF_HTTP_ADDRESS'])
  const url = urlIn(address, settings.file)
  if (tls !== undefined) {
    throw storeError('state-store-unknown', nameOf(url), `asks for ${tls}, which trueup does not do`)
  }
  const user = setting(settings, 'username') ?? environment['TF_HTTP_USERNAME']
  const password = setting(settings, 'password') ?? environment['TF_HTTP_PASSWORD']
  return stateAt(url, {...basic(user, password), ...access.headers})
}

function urlIn(address: string, file: string): URL {
  const url = URL.parse(address)
  if (url && ['http:', 'https:'].includes(url.protocol)) return url
  throw storeError('state-url-invalid', file, 'says an address that is no http or https URL')
}

function basic(user: string | undefined, password = ''): Readonly<Record<string, string>> {
  if (user === undefined) return {}
  return {authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`}
}

function stateAt(url: URL, headers: Readonly<Record<string, string>>): StoredState {
  const name = nameOf(url)
  const plain = new URL(url)
  plain.username = ''
  plain.password = ''
  return {
    name,
    async *open(signal) {
      const response = await get(plain, {headers, name, signal})
      yield* bodyOf(response, name)
    },
  }
}

/** Without user, password and query, which may hold a token. */
function nameOf(url: URL): string {
  return `${url.protocol}//${url.host}${url.pathname}`
}

interface Get {
  readonly headers: Readonly<Record<string, string>>
  readonly name: string
  readonly signal?: AbortSignal | undefined
}

/** As often as Terraform: twice again where the server or the network failed. */
const retries = 2

/** @throws TrueupError `state-store-...` */
export async function get(url: URL, {headers, name, signal}: Get): Promise<Response> {
  const attempt = async (): Promise<Response> => {
    const response = await fetch(url, {headers, ...(signal ? {signal} : {})})
    if (response.status === 200) return response
    await response.body?.cancel()
    const error = statusError(name, response.status)
    throw response.status >= 500 || response.status === 429 ? error : new AbortError(error)
  }
  try {
    return await pRetry(attempt, {retries, minTimeout: 250, ...(signal ? {signal} : {})})
  } catch (error) {
    signal?.throwIfAborted()
    throw networkError(name, error)
  }
}

async function* bodyOf(response: Response, name: string): AsyncGenerator<Uint8Array> {
  try {
    yield* response.body ?? []
  } catch (error) {
    throw networkError(name, error)
  }
}

/** `fetch` hides what happened below HTTP in its cause. */
function networkError(name: string, error: unknown): unknown {
  if (!(error instanceof TypeError)) return error
  const {code} = (error.cause ?? {}) as {readonly code?: unknown}
  return storeError(
    'state-store-failed',
    name,
    `could not be read: ${typeof code === 'string' ? code : error.message}`,
    error,
  )
}
