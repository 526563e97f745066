import type {Json} from '../../model/value.ts'
import {planError} from './plan-errors.ts'

/** https://developer.hashicorp.com/terraform/internals/json-format#plan-representation, as far as it is read; every member may be absent. */
export interface PlanDocument {
  readonly format_version: string
  readonly terraform_version?: string
  readonly timestamp?: string
  readonly errored?: boolean
  readonly complete?: boolean
  readonly variables?: Readonly<Record<string, {readonly value?: Json}>>
  readonly prior_state?: {readonly values?: {readonly root_module?: StateModule}}
  readonly resource_changes?: readonly ResourceChange[]
  readonly resource_drift?: readonly ResourceChange[]
  readonly deferred_changes?: readonly {readonly resource_change?: ResourceChange}[]
  readonly configuration?: {
    readonly provider_config?: Readonly<Record<string, ProviderConfig>>
    readonly root_module?: ConfigModule
  }
}

export interface StateModule {
  readonly address?: string
  readonly resources?: readonly StateResource[]
  readonly child_modules?: readonly StateModule[]
}

interface ResourceHead {
  readonly address: string
  readonly mode: 'managed' | 'data'
  readonly type: string
  readonly name: string
  readonly index?: string | number
  readonly provider_name?: string
}

export interface StateResource extends ResourceHead {
  readonly values?: JsonObject
  readonly sensitive_values?: Json
  readonly deposed_key?: string
  readonly tainted?: boolean
  readonly identity?: JsonObject
}

export interface ResourceChange extends ResourceHead {
  readonly module_address?: string
  readonly deposed?: string
  readonly previous_address?: string
  readonly change: {
    readonly actions: readonly string[]
    readonly before?: JsonObject | null
    readonly after?: JsonObject | null
    readonly before_sensitive?: Json
    readonly after_sensitive?: Json
    readonly after_unknown?: Json
    readonly importing?: {readonly id?: string}
  }
}

export interface ProviderConfig {
  readonly name?: string
  readonly full_name?: string
  readonly alias?: string
  readonly expressions?: JsonObject
}

export interface ConfigModule {
  readonly resources?: readonly {
    readonly address: string
    readonly provider_config_key?: string
    readonly expressions?: JsonObject
  }[]
  readonly module_calls?: Readonly<Record<string, {readonly module?: ConfigModule}>>
}

export type JsonObject = {readonly [key: string]: Json}

/**
 * Parses what `terraform show -json` prints of a plan.
 *
 * @throws TrueupError `plan-binary`, `plan-is-state`, `plan-is-log`, ... for everything that people give instead
 */
export function parsePlan(bytes: Uint8Array, file: string): PlanDocument {
  // A plan file is a zip archive, whose first entry begins with these four bytes.
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4) throw planError('plan-binary', file)
  const text = decoded(bytes)
  const content = parsed(text, file)
  if (!isObject(content)) throw planError('not-a-plan', file)
  const version = content['format_version']
  if (typeof content['version'] === 'number' && 'lineage' in content) throw planError('plan-is-state', file)
  const other = '@level' in content ? 'plan-is-log' : 'values' in content ? 'plan-is-state-json' : 'not-a-plan'
  if (typeof version !== 'string') throw planError(other, file)
  if (!/^(?:0|1)\./.test(version)) throw planError('plan-format-newer', file)
  if (!isPlan(content)) throw planError(other, file)
  return content as unknown as PlanDocument
}

/** `terraform show -json > plan.json` in Windows PowerShell 5 writes UTF-16 with a byte order mark; decoders drop such marks. */
function decoded(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

function parsed(text: string, file: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch (error) {
    if (/^\s*\{"@level"/.test(text)) throw planError('plan-is-log', file)
    // The parser's message quotes what it stumbles over, which may be a secret.
    throw planError('plan-invalid-json', file, error instanceof SyntaxError ? undefined : error)
  }
}

function isPlan(content: JsonObject): boolean {
  return 'planned_values' in content || 'resource_changes' in content || 'prior_state' in content
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
