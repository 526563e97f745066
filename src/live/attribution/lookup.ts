import {call} from '../../aws/call.ts'
import type {AwsSession} from '../../aws/session.ts'
import {trailEventIn, type TrailEvent} from './trail-event.ts'

export interface Span {
  readonly from: Date
  readonly to: Date
}

/** Fifty records each, reads among them: an object that is called more often than that in a span has an automaton behind it. */
const pagesRead = 3

export interface Writes {
  readonly newestFirst: readonly TrailEvent[]
  /** CloudTrail had more than was read. */
  readonly isCut: boolean
}

export const noWrites: Writes = {newestFirst: [], isCut: false}

/**
 * The writes to one object that CloudTrail's event history knows of: 90 days, management events alone, newest first. It is asked by one
 * name at a time, so the next name of the object is tried only where the one before found nothing.
 *
 * @param names id, name and ARN, in any order
 * @throws FailedCall
 */
export async function writesTo(
  names: readonly string[],
  {from, to}: Span,
  {session, region, signal}: {readonly session: AwsSession; readonly region: string; readonly signal: AbortSignal},
): Promise<Writes> {
  const {CloudTrailClient, LookupEventsCommand} = await import('@aws-sdk/client-cloudtrail')
  const client = new CloudTrailClient(session.clientSettings(region))
  let isCut = false
  for (const name of new Set(names)) {
    const found: TrailEvent[] = []
    let token: string | undefined
    for (let page = 0; page < pagesRead; page++) {
      const lookup = new LookupEventsCommand({
        LookupAttributes: [{AttributeKey: 'ResourceName', AttributeValue: name}],
        StartTime: from,
        EndTime: to,
        ...(token === undefined ? {} : {NextToken: token}),
      })
      const {Events: events = [], NextToken: next} = await call('cloudtrail:LookupEvents', () =>
        client.send(lookup, {abortSignal: signal}),
      )
      found.push(...events.flatMap(({CloudTrailEvent: text}) => trailEventIn(text) ?? []))
      token = next
      if (token === undefined) break
    }
    isCut ||= token !== undefined
    if (found.length > 0) return {newestFirst: found.toSorted((a, b) => (a.at < b.at ? 1 : -1)), isCut}
  }
  return {newestFirst: [], isCut}
}
