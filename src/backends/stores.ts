import {createReadStream} from 'node:fs'
import {access as accessible} from 'node:fs/promises'
import {dirname, isAbsolute, join} from 'node:path'

import type {StoredState} from '../model/stored-state.ts'
import type {StateAccess} from './access.ts'
import {defaultWorkspace, setting, type BackendSettings} from './settings.ts'
import {storeError} from './store-errors.ts'

/**
 * The states at a URL: see `state-url-invalid` for the kinds.
 * @throws TrueupError `state-store-...`
 */
export async function storedStatesAt(
  text: string,
  access: StateAccess,
  signal?: AbortSignal,
): Promise<readonly StoredState[]> {
  const url = URL.parse(text)
  switch (url?.protocol) {
    case 's3:':
      return (await import('./s3.ts')).s3StatesAt(url, access, signal)
    case 'http:':
    case 'https:':
      return [(await import('./http.ts')).httpStateAt(url, access)]
    case 'hcp:':
    case 'tfe:':
      return [(await import('./remote.ts')).remoteStateAt(url, access)]
    case 'gs:':
      return (await import('./gcs.ts')).gcsStatesAt(url, access)
    case 'azurerm:':
      return (await import('./azurerm.ts')).azureStatesAt(url, access)
    default:
      throw storeError(
        'state-url-invalid',
        text.replace(/\/\/[^/@]*@/, '//'),
        'is a URL of no state store that trueup reads',
      )
  }
}

/** The state that a configuration keeps in its backend. */
export async function storedStateOf(settings: BackendSettings, access: StateAccess): Promise<StoredState> {
  switch (settings.type) {
    case 'local':
      return localState(settings)
    case 's3':
      return (await import('./s3.ts')).s3StateOf(settings, access)
    case 'http':
      return (await import('./http.ts')).httpStateOf(settings, access)
    case 'remote':
    case 'cloud':
      return (await import('./remote.ts')).remoteStateOf(settings, access)
    case 'gcs':
      return (await import('./gcs.ts')).gcsStateOf(settings, access)
    case 'azurerm':
      return (await import('./azurerm.ts')).azureStateOf(settings, access)
    default:
      throw storeError('state-store-unknown', settings.file, `keeps the state in the backend ${settings.type}`)
  }
}

/** https://developer.hashicorp.com/terraform/language/backend/local; also where there is no backend at all. */
async function localState(settings: BackendSettings): Promise<StoredState> {
  const folder = dirname(settings.file)
  const {workspace} = settings
  const path =
    workspace === defaultWorkspace
      ? (setting(settings, 'path') ?? 'terraform.tfstate')
      : join(setting(settings, 'workspace_dir') ?? 'terraform.tfstate.d', workspace, 'terraform.tfstate')
  const file = isAbsolute(path) ? path : join(folder, path)
  const isThere = await accessible(file).then(
    () => true,
    () => false,
  )
  if (!isThere) throw storeError('state-store-missing', file, `does not exist, but ${folder} keeps its state there`)
  return {name: file, open: (signal) => createReadStream(file, {highWaterMark: 1 << 20, ...(signal ? {signal} : {})})}
}
