import {readFile} from 'node:fs/promises'
import {join} from 'node:path'

import {defaultWorkspace, type BackendSettings, type JsonObject} from './settings.ts'

/** What `terraform init` wrote down of the backend, `-backend-config` included; undefined where it did not run or there is none. */
export async function initialisedBackend(
  folder: string,
): Promise<Pick<BackendSettings, 'type' | 'config'> | undefined> {
  try {
    const text = await readFile(join(folder, '.terraform', 'terraform.tfstate'), 'utf8')
    const {backend}: {readonly backend?: {readonly type?: unknown; readonly config?: unknown}} = JSON.parse(text)
    if (typeof backend?.type !== 'string' || typeof backend.config !== 'object' || backend.config === null)
      return undefined
    return {type: backend.type, config: backend.config as JsonObject}
  } catch {
    return undefined
  }
}

/** `TF_WORKSPACE`, else what `terraform workspace select` wrote down. */
export async function selectedWorkspace(
  folder: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  const {TF_WORKSPACE: given} = environment
  if (given) return given
  const selected = await readFile(join(folder, '.terraform', 'environment'), 'utf8').catch(() => '')
  return selected.trim() || defaultWorkspace
}
