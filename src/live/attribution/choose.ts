import type {Change} from '../../model/change.ts'
import type {Finding} from '../../model/finding.ts'
import {isAbout} from './is-about.ts'
import type {Span} from './lookup.ts'
import type {TrailEvent} from './trail-event.ts'

/** Between which two recordings of AWS Config the change happened. */
export interface Window {
  readonly after: string
  readonly at: string
}

const day = 24 * 60 * 60 * 1000
/** https://docs.aws.amazon.com/awscloudtrail/latest/userguide/view-cloudtrail-events.html */
const kept = 90 * day
/** Config records minutes after the call; how exactly the recording's time is that of the change is nowhere promised (a guess). */
const slack = 15 * 60 * 1000

/** What to ask CloudTrail for: all windows if each is known, else all that it keeps. */
export function spanOf(windows: readonly (Window | undefined)[], now: Date): Span {
  const oldest = now.getTime() - kept
  const known = windows.filter((window) => window !== undefined)
  if (known.length < windows.length || known.length === 0) return {from: new Date(oldest), to: now}
  const from = Math.min(...known.map(({after}) => Date.parse(after) - slack))
  const to = Math.max(...known.map(({at}) => Date.parse(at) + slack))
  return {from: new Date(Math.max(oldest, from)), to: new Date(Math.max(oldest, Math.min(to, now.getTime())))}
}

/** The event that made the change, or the likeliest one, or at least the time; undefined where nothing is known. */
export function changeOf(
  finding: Finding,
  newestFirst: readonly TrailEvent[],
  window: Window | undefined,
): Change | undefined {
  const events = window ? newestFirst.filter((event) => isWithin(event, window)) : newestFirst
  const {event, others} = chosen(finding, events)
  const after = window ? {after: window.after} : {}
  if (!event) return window && {at: window.at, ...after, certainty: 'time'}
  const {id, at, name, service, actor, means, from} = event
  return {
    at,
    ...after,
    certainty: others === undefined ? 'property' : 'object',
    ...(others ? {others} : {}),
    event: {name, service, id},
    actor,
    means,
    ...(from === undefined ? {} : {from}),
  }
}

interface Chosen {
  readonly event?: TrailEvent | undefined
  /** Set where nothing but its time speaks for the event. */
  readonly others?: number
}

function chosen(finding: Finding, events: readonly TrailEvent[]): Chosen {
  if (finding.code === 'missing') return {event: events.find(({name}) => ends.test(name))}
  if (finding.code === 'unmanaged') {
    const made = events.findLast(({name}) => begins.test(name))
    return made ? {event: made} : lastOf(events)
  }
  if (!('path' in finding)) return {}
  const {path, owner} = finding
  const changed = {path, ...(owner === undefined ? {} : {attribute: owner}), value: finding.after}
  const about = events.find((event) => isAbout(event, changed))
  if (about) return {event: about}
  return lastOf(events.filter(({name}) => !begins.test(name) && !name.startsWith('Start')))
}

function lastOf(writes: readonly TrailEvent[]): Chosen {
  return {event: writes[0], others: Math.max(0, writes.length - 1)}
}

/** The verbs of the APIs, as they are named there. */
const ends = /^(?:Delete|Terminate|Remove|Deregister|Release|Schedule\w*Deletion|Disconnect|Cancel)/
/** `Put` may as well change what is there, and `Start` has it be there: neither tells who made it. */
const begins = /^(?:Create|Run|Register|Allocate|Copy|Import|Restore|Request|Upload|Publish|Launch|Purchase)/

function isWithin({at}: TrailEvent, window: Window): boolean {
  const time = Date.parse(at)
  return time >= Date.parse(window.after) - slack && time <= Date.parse(window.at) + slack
}
