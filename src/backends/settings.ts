import type {Json} from '../model/value.ts'
import {storeError} from './store-errors.ts'

/** What a `backend` or `cloud` block says, or what `terraform init` made of it. */
export interface BackendSettings {
  /** `s3`, `http`, `remote`, `cloud`, `gcs`, `azurerm`, `local`. */
  readonly type: string
  readonly config: JsonObject
  readonly workspace: string
  /** What to call it in messages: the file that says so. */
  readonly file: string
}

export type JsonObject = {readonly [key: string]: Json}

export const defaultWorkspace = 'default'

/** One setting of a backend: `assume_role.role_arn` for the setting of a nested block. */
export function setting({config}: Pick<BackendSettings, 'config'>, path: string): string | undefined {
  const value = path.split('.').reduce<Json | undefined>((at, key) => nested(at)[key], config)
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** @throws TrueupError `state-store-incomplete` where the block leaves it to `-backend-config` or to a variable */
export function required(settings: BackendSettings, path: string, fallback?: string): string {
  const value = setting(settings, path) ?? fallback
  if (value === undefined || value.includes('${')) {
    throw storeError(
      'state-store-incomplete',
      settings.file,
      `does not say the ${path} of the backend ${settings.type}`,
    )
  }
  return value
}

/** A nested block is an object, or a list of one. */
function nested(value: Json | undefined): JsonObject {
  const first = isList(value) ? value[0] : value
  return typeof first === 'object' && first !== null && !isList(first) ? first : {}
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}
