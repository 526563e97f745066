import type {ProviderRef} from '../../../model/declared.ts'
import {type PartialLocation, partitionOf} from '../../../model/location.ts'
import type {Path} from '../positions/position-tree.ts'
import {isObject, isList, type LanguageObject, type LanguageValue} from '../language-value.ts'

/** A provider configuration as a resource uses it. */
export interface ProviderConfiguration {
  readonly ref: ProviderRef
  readonly file?: string
  /** The way to its block in that file. */
  readonly place?: Path
  /** Evaluated when somebody asks: it may refer to anything. */
  readonly attributes: () => LanguageObject
}

/** The provider configurations that a module can name: `aws`, `aws.west`. */
export type ProviderScope = ReadonlyMap<string, ProviderConfiguration>

/** `provider["registry.terraform.io/hashicorp/aws"].west`, with the module that configures it in front, as the state has it. */
export function providerRef(source: string, alias: string | undefined, module: string | undefined): ProviderRef {
  const parts = source.split('/')
  const full = parts.length === 1 ? ['hashicorp', ...parts] : parts
  const host = full.length === 2 ? ['registry.terraform.io', ...full] : full
  const text = `${module === undefined ? '' : `${module}.`}provider["${host.join('/')}"]${alias === undefined ? '' : `.${alias}`}`
  return {text, name: host.slice(-2).join('/'), ...(alias === undefined ? {} : {alias})}
}

/** What an AWS provider configuration says of the place; what is unknown is not there. */
export function locationOf(attributes: LanguageObject): PartialLocation | undefined {
  const {region} = attributes
  const account = accountOf(attributes)
  const location: PartialLocation = {
    ...(typeof region === 'string' && region !== '' ? {region, partition: partitionOf(region)} : {}),
    ...(account === undefined ? {} : {account}),
  }
  return Object.keys(location).length === 0 ? undefined : location
}

/** The one account that the provider may be used with, or the one whose role it assumes. */
function accountOf(attributes: LanguageObject): string | undefined {
  const {allowed_account_ids: allowed, assume_role: roles} = attributes
  const only = allowed !== undefined && isList(allowed) && allowed.length === 1 ? allowed[0] : undefined
  if (typeof only === 'string') return only
  const role = last(roles)
  const arn = role !== undefined && isObject(role) ? role['role_arn'] : undefined
  return typeof arn === 'string' ? /^arn:[\w-]+:iam::(\d{12}):role\//.exec(arn)?.[1] : undefined
}

/** Roles are assumed one after the other; the last is the one that acts. */
function last(blocks: LanguageValue | undefined): LanguageValue | undefined {
  return blocks !== undefined && isList(blocks) ? blocks.at(-1) : blocks
}
