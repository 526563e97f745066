import type {Clock} from '../../model/surroundings.ts'

/** A clock as data, since functions cannot be handed over: how far it is ahead of the machine's, or where it stands still. */
export type ThreadClock =
  | {readonly kind: 'running'; readonly aheadMs: number}
  | {readonly kind: 'standing'; readonly at: Date}

/**
 * @param now when the run began
 * @returns undefined where nobody tells the time
 */
export function threadClock(now: Date | undefined, clock: Clock | undefined): ThreadClock | undefined {
  if (clock) return {kind: 'running', aheadMs: clock().getTime() - Date.now()}
  return now && {kind: 'standing', at: now}
}

/** The way back of `threadClock`, in a thread of its own. */
export function clockFrom(clock: ThreadClock | undefined): Clock | undefined {
  if (clock?.kind === 'running') return () => new Date(Date.now() + clock.aheadMs)
  return clock && (() => clock.at)
}
