import {parseArn} from '../model/arn.ts'
import type {LiveEvent} from '../model/live.ts'

/** Of which account an event tells. Not every ARN names one: those of buckets and zones do not. */
export function accountOf(event: LiveEvent): string | undefined {
  if (event.kind === 'object') return event.object.location.account
  if (event.kind === 'scope') return event.scope.location.account
  if (event.kind === 'gap') return event.gap.location?.account
  return event.kind === 'tags' ? parseArn(event.arn)?.account : event.location.account
}
