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

/** @returns undefined where nothing is kept */
export async function openKeeper(
  request: KeptRequest,
  sessions: Sessions,
  around: Around,
): Promise<Keeper | undefined> {
  const {now, version: trueup, cacheFolder} = around
  if (!now || trueup === undefined || cacheFolder === undefined) return undefined
  const {resume = false, cacheMs: maxAgeMs} = request
  const {profile, roles, externalId, sessionName, overrides, aggregator} = request
  const {account, arn} = sessions.home
  const access = JSON.stringify({account, arn, profile, roles, externalId, sessionName, overrides, aggregator})
  const options = {folder: join(cacheFolder, 'live'), now, trueup, resume}
  return Keeper.open({...options, ...(maxAgeMs === undefined ? {} : {maxAgeMs})}, access)
}
