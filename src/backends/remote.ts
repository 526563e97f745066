import {readFile} from 'node:fs/promises'
import {join} from 'node:path'

import type {StoredState} from '../model/stored-state.ts'
import type {StateAccess} from './access.ts'
import {get} from './http.ts'
import {defaultWorkspace, setting, type BackendSettings} from './settings.ts'
import {storeError} from './store-errors.ts'

const hashicorp = 'app.terraform.io'

interface Workspace {
  readonly host: string
  readonly organization: string
  readonly workspace: string
  readonly token?: string
}

/** `hcp://ORGANIZATION/WORKSPACE`, and `tfe://HOST/ORGANIZATION/WORKSPACE` for Terraform Enterprise and what speaks like it. */
export function remoteStateAt(url: URL, access: StateAccess): StoredState {
  const parts = url.pathname.split('/').filter(Boolean).map(decodeURIComponent)
  const [host, organization, workspace] =
    url.protocol === 'hcp:' ? [hashicorp, url.host, ...parts] : [url.host, ...parts]
  if (!host || !organization || !workspace) {
    throw storeError('state-url-invalid', url.href, 'names no organization and workspace')
  }
  return stateAt({host, organization, workspace}, access)
}

/**
 * The state of a `cloud` block or a `backend "remote"`: https://developer.hashicorp.com/terraform/cli/cloud/settings. Workspaces by
 * tags need the one at hand: `TF_WORKSPACE`, or what `terraform workspace select` wrote down.
 */
export function remoteStateOf(settings: BackendSettings, access: StateAccess): StoredState {
  const {TF_CLOUD_ORGANIZATION, TF_CLOUD_HOSTNAME} = access.environment
  const organization = setting(settings, 'organization') ?? TF_CLOUD_ORGANIZATION
  const name = setting(settings, 'workspaces.name')
  const chosen = settings.workspace === defaultWorkspace ? undefined : settings.workspace
  const workspace =
    name ?? (chosen === undefined ? undefined : `${setting(settings, 'workspaces.prefix') ?? ''}${chosen}`)
  const token = setting(settings, 'token')
  if (organization === undefined || workspace === undefined) {
    const lacks = organization === undefined ? 'organization' : 'workspace'
    throw storeError(
      'state-store-incomplete',
      settings.file,
      `does not say the ${lacks} of the backend ${settings.type}`,
    )
  }
  const host = setting(settings, 'hostname') ?? TF_CLOUD_HOSTNAME ?? hashicorp
  return stateAt({host, organization, workspace, ...(token === undefined ? {} : {token})}, access)
}

function stateAt(workspace: Workspace, access: StateAccess): StoredState {
  const {host, organization, workspace: name} = workspace
  const shown = host === hashicorp ? `hcp://${organization}/${name}` : `tfe://${host}/${organization}/${name}`
  return {name: shown, open: (signal) => read({...workspace, shown}, access, signal)}
}

/** https://developer.hashicorp.com/terraform/cloud-docs/api-docs/state-versions: workspace, its current version, its download. */
async function* read(
  {host, organization, workspace, token: own, shown: name}: Workspace & {readonly shown: string},
  access: StateAccess,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  const token = own ?? (await tokenFor(host, access))
  if (token === undefined) {
    const variable = variableFor(host)
    throw storeError('state-store-denied', name, `needs a token: run \`terraform login ${host}\`, or set ${variable}`)
  }
  const request = {headers: {authorization: `Bearer ${token}`, ...access.headers}, name, signal}
  const api = await apiOf(host, request)
  const path = `organizations/${encodeURIComponent(organization)}/workspaces/${encodeURIComponent(workspace)}`
  const found = await json(await get(new URL(path, api), request))
  const id = textAt(found, 'data', 'id')
  if (id === undefined) throw storeError('state-store-failed', name, 'was answered without a workspace')
  const version = await json(await get(new URL(`workspaces/${id}/current-state-version`, api), request))
  const download = textAt(version, 'data', 'attributes', 'hosted-state-download-url')
  if (download === undefined) throw storeError('state-store-denied', name, 'may not be downloaded with this token')
  const response = await get(new URL(download, api), request)
  yield* response.body ?? []
}

/** Service discovery, as Terraform does it: https://developer.hashicorp.com/terraform/internals/remote-service-discovery */
async function apiOf(host: string, request: Parameters<typeof get>[1]): Promise<URL> {
  const origin = `${/^(?:localhost|127\.0\.0\.1)(?::|$)/.test(host) ? 'http' : 'https'}://${host}`
  const services = await json(await get(new URL('/.well-known/terraform.json', origin), request))
  const path = textAt(services, 'tfe.v2')
  if (path === undefined) throw storeError('state-store-failed', request.name, 'is on a host that keeps no states')
  return new URL(path.endsWith('/') ? path : `${path}/`, origin)
}

async function json(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    return undefined
  }
}

function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  const found = path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Readonly<Record<string, unknown>>)[key] : undefined),
    value,
  )
  return typeof found === 'string' ? found : undefined
}

/** https://developer.hashicorp.com/terraform/cli/config/config-file#environment-variable-credentials */
function variableFor(host: string): string {
  return `TF_TOKEN_${host.replaceAll('-', '__').replaceAll(/[.:]/g, '_')}`
}

/** The environment, then what `terraform login` wrote down. */
async function tokenFor(host: string, {environment, home}: StateAccess): Promise<string | undefined> {
  const given = environment[variableFor(host)] ?? environment[`TF_TOKEN_${host.replaceAll('.', '_')}`]
  if (given !== undefined || home === undefined) return given
  const folder = environment['APPDATA'] === undefined ? '.terraform.d' : join('AppData', 'Roaming', 'terraform.d')
  try {
    const text = await readFile(join(home, folder, 'credentials.tfrc.json'), 'utf8')
    return textAt(JSON.parse(text), 'credentials', host, 'token')
  } catch {
    return undefined
  }
}
