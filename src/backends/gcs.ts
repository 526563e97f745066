import type {StoredState} from '../model/stored-state.ts'
import type {StateAccess} from './access.ts'
import {optionalClient} from './optional-client.ts'
import {matcherOf} from './matcher.ts'
import {required, setting, type BackendSettings} from './settings.ts'
import {storeError} from './store-errors.ts'

interface Place {
  readonly bucket: string
  readonly object: string
  /** Path of a key file, or its JSON. */
  readonly credentials?: string
  /** Base64 of the customer's own key. */
  readonly encryptionKey?: string
}

/** `gs://BUCKET/OBJECT`, `gs://BUCKET/FOLDER/`, or a glob. */
export async function gcsStatesAt(url: URL, access: StateAccess): Promise<readonly StoredState[]> {
  const bucket = url.hostname
  const object = decodeURIComponent(url.pathname.slice(1))
  const credentials = credentialsIn(access)
  const place = {bucket, object, ...(credentials === undefined ? {} : {credentials})}
  const matches = matcherOf(object)
  if (!matches) return [stateAt(place)]
  const name = `gs://${bucket}/${object}`
  try {
    const [files] = await (await storageOf(place)).bucket(bucket).getFiles({prefix: matches.prefix})
    const found = files.map((file) => file.name).filter((file) => matches.test(file))
    if (found.length === 0) throw storeError('state-store-missing', name, 'matches no object')
    return found.toSorted().map((file) => stateAt({...place, object: file}))
  } catch (error) {
    throw gcsError(name, error)
  }
}

/** The state of a `backend "gcs"` block: https://developer.hashicorp.com/terraform/language/backend/gcs */
export function gcsStateOf(settings: BackendSettings, access: StateAccess): StoredState {
  const bucket = required(settings, 'bucket')
  for (const option of ['access_token', 'impersonate_service_account']) {
    if (setting(settings, option) === undefined) continue
    throw storeError('state-store-unknown', `gs://${bucket}`, `asks for ${option}, which trueup does not do`)
  }
  const prefix = setting(settings, 'prefix')?.replaceAll(/^\/+|\/+$/g, '')
  const credentials = setting(settings, 'credentials') ?? credentialsIn(access)
  const encryptionKey = setting(settings, 'encryption_key') ?? access.environment['GOOGLE_ENCRYPTION_KEY']
  return stateAt({
    bucket,
    object: `${prefix ? `${prefix}/` : ''}${settings.workspace}.tfstate`,
    ...(credentials === undefined ? {} : {credentials}),
    ...(encryptionKey === undefined ? {} : {encryptionKey}),
  })
}

function credentialsIn({environment}: StateAccess): string | undefined {
  return environment['GOOGLE_BACKEND_CREDENTIALS'] ?? environment['GOOGLE_CREDENTIALS']
}

function stateAt(place: Place): StoredState {
  const name = `gs://${place.bucket}/${place.object}`
  return {name, open: (signal) => read(place, name, signal)}
}

async function* read(place: Place, name: string, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array> {
  const storage = await storageOf(place)
  try {
    const file = storage.bucket(place.bucket).file(place.object)
    if (place.encryptionKey !== undefined) file.setEncryptionKey(Buffer.from(place.encryptionKey, 'base64'))
    for await (const chunk of file.createReadStream({validation: false})) {
      signal?.throwIfAborted()
      yield chunk as Uint8Array
    }
  } catch (error) {
    signal?.throwIfAborted()
    throw gcsError(name, error)
  }
}

async function storageOf({bucket, credentials}: Place) {
  const {Storage} = await optionalClient(
    `gs://${bucket}`,
    '@google-cloud/storage',
    () => import('@google-cloud/storage'),
  )
  if (credentials === undefined) return new Storage()
  if (!credentials.trimStart().startsWith('{')) return new Storage({keyFilename: credentials})
  return new Storage({credentials: keyIn(credentials, bucket)})
}

function keyIn(text: string, bucket: string): {client_email?: string; private_key?: string} {
  try {
    return JSON.parse(text)
  } catch {
    throw storeError(
      'state-store-denied',
      `gs://${bucket}`,
      'may not be read: the Google credentials are neither a file nor JSON',
    )
  }
}

function gcsError(name: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error
  const {code} = error
  if (code === 404) return storeError('state-store-missing', name, 'does not exist')
  if (code === 401 || code === 403) return storeError('state-store-denied', name, `may not be read (HTTP ${code})`)
  return typeof code === 'number' || typeof code === 'string'
    ? storeError('state-store-failed', name, `could not be read (${code})`)
    : error
}
