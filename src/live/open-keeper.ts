import {join} from 'node:path'

import type {AccessRequest, Sessions} from '../aws/sessions.ts'
import type {Surroundings} from '../model/surroundings.ts'
import {Keeper} from './kept/keeper.ts'

/** Without a clock and a folder nothing is kept. */
export type Around = Pick<Surroundings, 'signal'> &
  Partial<Pick<Surroundings, 'now' | 'clock' | 'version' | 'cacheFolder'>>

export interface KeptRequest extends AccessRequest {
  readonly aggregator?: string
  /** Go on where an interrupted run of the same access stopped. */
  readonly resume?: boolean
  /** Answers no older than this need not be asked for again, and are kept for later runs. */
  readonly cacheMs?: number
}

/** What keeps answers; none where there is no folder, or nothing can be written to it: a scan does without. */
export interface Keeping {
  readonly keeper?: Keeper
  /** Where it was to be: a sentence without its full stop. */
  readonly refused?: string
}

export async function openKeeper(request: KeptRequest, sessions: Sessions, around: Around): Promise<Keeping> {
  const {now, version: trueup, cacheFolder} = around
  if (!now || trueup === undefined || cacheFolder === undefined) return {}
  const {resume = false, cacheMs: maxAgeMs} = request
  const {profile, roles, externalId, sessionName, overrides, aggregator} = request
  const {account, arn} = sessions.home
  const access = JSON.stringify({account, arn, profile, roles, externalId, sessionName, overrides, aggregator})
  const options = {folder: join(cacheFolder, 'live'), now, trueup, resume}
  try {
    return {keeper: await Keeper.open({...options, ...(maxAgeMs === undefined ? {} : {maxAgeMs})}, access)}
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error
    const isAsked = resume || maxAgeMs !== undefined
    return isAsked
      ? {refused: `answers are neither kept nor taken up: ${options.folder} cannot be written (${String(error.code)})`}
      : {}
  }
}
