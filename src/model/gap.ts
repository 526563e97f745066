import {compareText} from './finding.ts'
import type {PartialLocation} from './location.ts'
import type {SourceRef} from './source.ts'

/** Why something could not be looked at. `trueup explain gap-REASON` tells what to do. */
export type GapReason =
  | 'denied'
  | 'throttled'
  | 'timed-out'
  | 'failed'
  | 'region-off'
  | 'not-recorded'
  | 'not-read'
  | 'stale'
  | 'unsupported-type'
  | 'location-unknown'
  | 'identity-unknown'
  | 'ambiguous'
  | 'price-unknown'
  | 'accelerator-unknown'
  | 'tags-unknown'
  | 'unreadable-input'

/** A statement of an IAM policy. */
export interface Grant {
  readonly Effect: 'Allow'
  readonly Action: string
  readonly Resource: string
}

/** Something that was not looked at, and what it hides. A report with gaps never says "clean". */
export interface Gap {
  readonly reason: GapReason
  /** A Terraform or CloudFormation type, where the gap concerns one. */
  readonly type?: string
  readonly location?: PartialLocation
  /** The AWS action that failed (`config:SelectResourceConfig`); granting it is the smallest change that closes a denied gap. */
  readonly action?: string
  /** Where AWS denied something: the smallest statement of an IAM policy that allows it. Absent where a guardrail denies it. */
  readonly grant?: Grant
  /** One sentence, no secrets: what happened. */
  readonly detail: string
  /** Addresses (declared) or ids (live) that it hides; at most a few are named, `count` is the true number. */
  readonly hides: {readonly count: number; readonly examples: readonly string[]}
  readonly source?: SourceRef
}

/** One order of gaps, however the readers ran side by side: by reason, type, place and action. */
export function compareGaps(a: Gap, b: Gap): number {
  return compareText(orderOf(a), orderOf(b))
}

function orderOf({reason, type = '', location = {}, action = '', detail}: Gap): string {
  const {partition = '', account = '', region = ''} = location
  return [reason, type, partition, account, region, action, detail].join('\n')
}
