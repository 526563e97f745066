import {changeSince} from '../history/change.ts'
import {lastReadable, listRuns} from '../history/runs.ts'
import {Told} from '../history/told.ts'
import {destinationOf} from '../notify/destination.ts'
import type {KeptRun, RunChange} from '../model/history.ts'
import {send, type Destination, type Message} from '../notify/send.ts'
import type {Surroundings} from '../model/surroundings.ts'
import type {KeptHere} from './kept-run.ts'

export {destinationOf, type Destination}

/** A channel, and how it puts a change. */
export interface Listening {
  readonly destination: Destination
  readonly write: (change: RunChange) => Message
}

/** `held`: another run is telling. `later`: a later run was told of already. */
export type Telling = 'told' | 'unchanged' | 'held' | 'later'

/**
 * Tells a channel what a kept run changed, once: nothing where nothing changed since it was told last, and nothing where another run is at
 * it. What could not be sent, the next run tells.
 *
 * @throws {TrueupError} `notification-failed`, `history-...`
 */
export async function tellChange(
  {store, name, run}: Pick<KeptHere, 'store' | 'name' | 'run'>,
  {destination, write}: Listening,
  {now, signal, progress}: Surroundings,
): Promise<Telling> {
  const {channel} = destination
  progress.step(`telling ${channel}`)
  const told = await Told.open(store, {channel, scope: name.scope})
  const {last} = told
  if (last !== undefined && last >= name.file) return 'later'
  const change = changeSince(await toldOf(last, {store, name}), run)
  if (!change) return 'unchanged'
  const claim = await told.claim(name, now)
  if (!claim) return 'held'
  try {
    await send(write(change), destination, {key: change.key, now, signal})
  } catch (error) {
    await told.failed(claim)
    throw error
  }
  await told.done(name, change.key)
  return 'told'
}

/** The run that was told of last; where its file is gone or damaged, the one before it. */
async function toldOf(
  last: string | undefined,
  {store, name}: Pick<KeptHere, 'store' | 'name'>,
): Promise<KeptRun | undefined> {
  if (last === undefined) return undefined
  const names = (await listRuns(store)).filter(({scope, file}) => scope === name.scope && file < name.file)
  const upTo = names.filter(({file}) => file <= last)
  return (await lastReadable(store, upTo.length > 0 ? upTo : names.slice(0, 1))).run
}
