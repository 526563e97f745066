import type {ContainerClient} from '@azure/storage-blob'

import type {StoredState} from '../model/stored-state.ts'
import type {StateAccess} from './access.ts'
import {matcherOf} from './matcher.ts'
import {optionalClient} from './optional-client.ts'
import {defaultWorkspace, required, setting, type BackendSettings} from './settings.ts'
import {storeError} from './store-errors.ts'

interface Place {
  readonly account: string
  readonly container: string
  readonly blob: string
  readonly accessKey?: string
  readonly sasToken?: string
  /** Of the cloud: `core.windows.net`. */
  readonly suffix: string
}

/** https://learn.microsoft.com/azure/storage/common/storage-powershell-independent-clouds#get-endpoint-using-get-azenvironment */
const suffixes: Readonly<Record<string, string>> = {
  public: 'core.windows.net',
  usgovernment: 'core.usgovcloudapi.net',
  china: 'core.chinacloudapi.cn',
}

/** `azurerm://ACCOUNT/CONTAINER/KEY`, `azurerm://ACCOUNT/CONTAINER/FOLDER/`, or a glob. */
export async function azureStatesAt(url: URL, access: StateAccess): Promise<readonly StoredState[]> {
  const [container = '', ...key] = url.pathname.slice(1).split('/').map(decodeURIComponent)
  const place = {account: url.hostname, container, blob: key.join('/'), ...keysIn(access), suffix: suffixIn(access)}
  if (place.account === '' || container === '') {
    throw storeError('state-url-invalid', nameOf(place), 'names no account and container')
  }
  const matches = matcherOf(place.blob)
  if (!matches) return [stateAt(place, access)]
  const found: string[] = []
  try {
    const client = await clientOf(place, access)
    for await (const {name} of client.listBlobsFlat({prefix: matches.prefix})) if (matches.test(name)) found.push(name)
  } catch (error) {
    throw azureError(nameOf(place), error)
  }
  if (found.length === 0) throw storeError('state-store-missing', nameOf(place), 'matches no blob')
  return found.toSorted().map((blob) => stateAt({...place, blob}, access))
}

/** The state of a `backend "azurerm"` block: https://developer.hashicorp.com/terraform/language/backend/azurerm */
export function azureStateOf(settings: BackendSettings, access: StateAccess): StoredState {
  const key = required(settings, 'key')
  const {workspace} = settings
  const accessKey = setting(settings, 'access_key')
  const sasToken = setting(settings, 'sas_token')
  const place = {
    account: required(settings, 'storage_account_name'),
    container: required(settings, 'container_name'),
    blob: workspace === defaultWorkspace ? key : `${key}env:${workspace}`,
    ...keysIn(access),
    ...(accessKey === undefined ? {} : {accessKey}),
    ...(sasToken === undefined ? {} : {sasToken}),
    suffix: suffixes[setting(settings, 'environment') ?? ''] ?? suffixIn(access),
  }
  return stateAt(place, access)
}

function keysIn({environment}: StateAccess): Pick<Place, 'accessKey' | 'sasToken'> {
  const {ARM_ACCESS_KEY: accessKey, ARM_SAS_TOKEN: sasToken} = environment
  return {...(accessKey ? {accessKey} : {}), ...(sasToken ? {sasToken} : {})}
}

function suffixIn({environment}: StateAccess): string {
  return suffixes[environment['ARM_ENVIRONMENT'] ?? 'public'] ?? suffixes['public'] ?? ''
}

function nameOf({account, container, blob}: Pick<Place, 'account' | 'container' | 'blob'>): string {
  return `azurerm://${account}/${container}/${blob}`
}

function stateAt(place: Place, access: StateAccess): StoredState {
  const name = nameOf(place)
  return {name, open: (signal) => read(place, access, signal)}
}

async function* read(place: Place, access: StateAccess, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array> {
  const client = await clientOf(place, access)
  try {
    const {readableStreamBody} = await client
      .getBlobClient(place.blob)
      .download(0, undefined, signal ? {abortSignal: signal} : {})
    for await (const chunk of readableStreamBody ?? []) yield chunk as Uint8Array
  } catch (error) {
    signal?.throwIfAborted()
    throw azureError(nameOf(place), error)
  }
}

const loadBlobs = () => import('@azure/storage-blob')
const loadIdentity = () => import('@azure/identity')

/** Access key, then SAS token, then whoever is signed in. `AZURE_STORAGE_CONNECTION_STRING` counts where neither is given. */
async function clientOf(place: Place, {environment}: StateAccess): Promise<ContainerClient> {
  const {account, container, accessKey, sasToken, suffix} = place
  const {BlobServiceClient, StorageSharedKeyCredential} = await optionalClient(
    nameOf(place),
    '@azure/storage-blob',
    loadBlobs,
  )
  const endpoint = `https://${account}.blob.${suffix}`
  const connection = environment['AZURE_STORAGE_CONNECTION_STRING']
  if (accessKey !== undefined) {
    return new BlobServiceClient(endpoint, new StorageSharedKeyCredential(account, accessKey)).getContainerClient(
      container,
    )
  }
  if (sasToken !== undefined) {
    return new BlobServiceClient(`${endpoint}?${sasToken.replace(/^\?/, '')}`).getContainerClient(container)
  }
  if (connection) return BlobServiceClient.fromConnectionString(connection).getContainerClient(container)
  return new BlobServiceClient(endpoint, await identityOf(place, environment)).getContainerClient(container)
}

async function identityOf(place: Place, environment: StateAccess['environment']) {
  const packages = '@azure/storage-blob @azure/identity'
  const {ClientSecretCredential, DefaultAzureCredential} = await optionalClient(nameOf(place), packages, loadIdentity)
  const {ARM_TENANT_ID: tenant, ARM_CLIENT_ID: client, ARM_CLIENT_SECRET: secret} = environment
  return tenant && client && secret ? new ClientSecretCredential(tenant, client, secret) : new DefaultAzureCredential()
}

function azureError(name: string, error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const {statusCode: status} = error as Error & {readonly statusCode?: number}
  if (status === 404) return storeError('state-store-missing', name, 'does not exist')
  if (status === 401 || status === 403 || /Credential|Authentication/.test(error.name)) {
    return storeError('state-store-denied', name, `may not be read${status === undefined ? '' : ` (HTTP ${status})`}`)
  }
  return status !== undefined || error.name === 'RestError'
    ? storeError('state-store-failed', name, `could not be read${status === undefined ? '' : ` (HTTP ${status})`}`)
    : error
}
