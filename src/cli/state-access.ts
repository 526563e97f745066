import * as Flags from '@oclif/core/flags'

import {userError} from '../errors.ts'
import type {FindStored} from '../model/stored-state.ts'
import type {StateAccess} from '../pipeline/state-stores.ts'
import {stateFlag} from './flags.ts'

/** Which states, and how to reach those that are kept in a store: often in another account than what is scanned. */
export const stateFlags = {
  state: stateFlag,
  'state-profile': Flags.string({
    summary: 'AWS profile for states in S3, where it is not that of the scan.',
    helpValue: 'NAME',
    helpGroup: 'DECLARED',
    dependsOn: ['state'],
  }),
  'state-role': Flags.string({
    summary: 'Role to assume for states in S3. May be repeated, for a chain.',
    helpValue: 'ARN',
    helpGroup: 'DECLARED',
    multiple: true,
    dependsOn: ['state'],
  }),
  'state-external-id': Flags.string({
    summary: 'External id that the (last) role for states asks for.',
    helpValue: 'ID',
    helpGroup: 'DECLARED',
    dependsOn: ['state-role'],
  }),
  'state-region': Flags.string({
    summary: 'Region of the bucket; default: as the backend or the environment says.',
    helpValue: 'REGION',
    helpGroup: 'DECLARED',
    dependsOn: ['state'],
  }),
  'state-header': Flags.string({
    summary: 'Header for states over HTTP. May be repeated. $NAME in the value is taken from the environment.',
    helpValue: 'NAME:VALUE',
    helpGroup: 'DECLARED',
    multiple: true,
    dependsOn: ['state'],
  }),
}

export interface StateFlags {
  readonly profile?: string | undefined
  readonly 'state-profile'?: string | undefined
  readonly 'state-role'?: readonly string[] | undefined
  readonly 'state-external-id'?: string | undefined
  readonly 'state-region'?: string | undefined
  readonly 'state-header'?: readonly string[] | undefined
}

/**
 * Finds states by URL, with what flags and environment say of credentials. The stores' clients are loaded when a URL is met.
 * @throws TrueupError `state-header-invalid`
 */
export function findStoredBy(flags: StateFlags, env: NodeJS.ProcessEnv): FindStored {
  const access = accessOf(flags, env)
  return async (url, signal) => {
    const {stateStores} = await import('../pipeline/state-stores.ts')
    return stateStores(access)(url, signal)
  }
}

function accessOf(flags: StateFlags, env: NodeJS.ProcessEnv): StateAccess {
  const home = env['HOME'] ?? env['USERPROFILE']
  const {'state-profile': profile, 'state-role': roles, 'state-external-id': externalId, 'state-region': region} = flags
  const headers = Object.fromEntries((flags['state-header'] ?? []).map((text) => header(text, env)))
  return {
    environment: env,
    ...(home === undefined ? {} : {home}),
    ...(profile === undefined ? {} : {profile}),
    ...(flags.profile === undefined ? {} : {usualProfile: flags.profile}),
    ...(roles === undefined ? {} : {roles}),
    ...(externalId === undefined ? {} : {externalId}),
    ...(region === undefined ? {} : {region}),
    headers,
  }
}

/** A secret in a flag ends up in shell histories and process lists: `$NAME` keeps it out of both where the shell does not fill it in. */
function header(text: string, env: NodeJS.ProcessEnv): readonly [string, string] {
  const [, name, value] = /^([\w-]+)\s*:\s*(.*)$/.exec(text) ?? []
  if (name === undefined || value === undefined) {
    throw userError(
      'state-header-invalid',
      '--state-header has no NAME:VALUE',
      "Write --state-header 'PRIVATE-TOKEN:$TOKEN'",
    )
  }
  return [name, value.replaceAll(/\$\{?(\w+)\}?/g, (whole, variable: string) => env[variable] ?? whole)]
}
