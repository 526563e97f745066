import * as Flags from '@oclif/core/flags'

import {channels, type Channel} from '../model/channel.ts'
import type {HistoryAccess, KeepRequest} from '../pipeline/kept-run.ts'
import {scopeOf} from './run-scope.ts'

const helpGroup = 'HISTORY'

/** Where runs are kept, and how to get there: often in another account than what is scanned. */
export const placeFlags = {
  keep: Flags.string({
    summary: 'Folder or s3://BUCKET/PREFIX that runs are kept in; none for nowhere.',
    helpValue: 'DIR|URL',
    helpGroup,
  }),
  'history-profile': Flags.string({
    summary: 'AWS profile for a history in S3, where it is not that of the environment.',
    helpValue: 'NAME',
    helpGroup,
    dependsOn: ['keep'],
  }),
  'history-role': Flags.string({
    summary: 'Role to assume for a history in S3. May be repeated, for a chain.',
    helpValue: 'ARN',
    helpGroup,
    multiple: true,
    dependsOn: ['keep'],
  }),
  'history-external-id': Flags.string({
    summary: 'External id that the (last) role for the history asks for.',
    helpValue: 'ID',
    helpGroup,
    dependsOn: ['history-role'],
  }),
  'history-region': Flags.string({
    summary: 'Region of the bucket; default: S3 tells.',
    helpValue: 'REGION',
    helpGroup,
    dependsOn: ['keep'],
  }),
}

/** For commands whose runs are kept. */
export const keepFlags = {
  ...placeFlags,
  'keep-as': Flags.string({
    summary:
      'Name of what is scanned. Runs of one name are compared wherever their states and policies lie; default: runs of the same paths are.',
    helpValue: 'NAME',
    helpGroup,
    dependsOn: ['keep'],
  }),
  'keep-last': Flags.integer({
    summary: 'Drop older runs of the same scope than the last N.',
    helpValue: 'N',
    helpGroup,
    min: 1,
    dependsOn: ['keep'],
  }),
  notify: Flags.option({options: [...channels, 'none'] as const, multiple: true})({
    summary:
      'Tell of what is new or gone since the last message: slack (TRUEUP_SLACK_WEBHOOK_URL), webhook (TRUEUP_WEBHOOK_URL, signed with TRUEUP_WEBHOOK_SECRET). May be repeated.',
    helpGroup,
    dependsOn: ['keep'],
  }),
}

interface PlaceFlags {
  readonly keep?: string | undefined
  readonly 'history-profile'?: string | undefined
  readonly 'history-role'?: readonly string[] | undefined
  readonly 'history-external-id'?: string | undefined
  readonly 'history-region'?: string | undefined
}

/** undefined where runs are not kept. */
export function historyPlaceOf(
  flags: PlaceFlags,
  env: NodeJS.ProcessEnv,
): {readonly place: string; readonly access: HistoryAccess} | undefined {
  const {keep: place, 'history-profile': profile, 'history-role': roles} = flags
  const {'history-external-id': externalId, 'history-region': region} = flags
  if (place === undefined || place === 'none') return undefined
  const access = {
    ...(profile === undefined ? {} : {profile}),
    ...(roles === undefined ? {} : {roles}),
    ...(externalId === undefined ? {} : {externalId}),
    ...(region === undefined ? {} : {region}),
    ...(env['AWS_S3_USE_PATH_STYLE'] === 'true' ? {pathStyle: true} : {}),
  }
  return {place, access}
}

export interface KeepFlags extends PlaceFlags {
  readonly 'keep-as'?: string | undefined
  readonly 'keep-last'?: number | undefined
  readonly notify?: readonly (Channel | 'none')[] | undefined
}

/** undefined where the run is not kept. */
export function keepRequestOf(flags: KeepFlags, env: NodeJS.ProcessEnv): KeepRequest | undefined {
  const where = historyPlaceOf(flags, env)
  if (!where) return undefined
  const {'keep-as': name, 'keep-last': keepLast} = flags
  return {...where, scope: scopeOf(flags, name), ...(keepLast === undefined ? {} : {keepLast})}
}
