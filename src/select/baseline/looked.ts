import type {Gap, GapReason} from '../../model/gap.ts'
import type {PartialLocation} from '../../model/location.ts'
import type {ReportInputs} from '../../model/report.ts'
import {kindOf} from '../../model/kind.ts'
import type {FindingCode} from '../../model/finding.ts'

/** What a run looked at, as far as it takes to tell what is gone from what was not looked for. */
export interface Looked {
  readonly inputs: Pick<ReportInputs, 'states' | 'configuration' | 'policies'> & {
    readonly live: Pick<ReportInputs['live'], 'kind'>
  }
  readonly gaps: readonly Gap[]
  /** Whether anything was read there. */
  readonly wasRead: (place: PartialLocation) => boolean
  readonly isDeclared: (address: string) => boolean
  /** What was narrowed out, by types and addresses. */
  readonly takes: (sought: Pick<Sought, 'type' | 'objectType' | 'address'>) => boolean
  /** Of a check of tags nothing else is to be expected. */
  readonly tagsAlone: boolean
}

/** What would have been found, and where; what is not known is absent. */
export interface Sought {
  readonly code?: string
  readonly address?: string
  readonly type?: string
  readonly objectType?: string
  readonly account?: string
  readonly region?: string
}

const ofCode: ReadonlySet<string> = new Set<FindingCode>([
  'unapplied',
  'stale-state',
  'conflict',
  'not-applied',
  'not-configured',
])

/** Whether a run would have found it again, had it been there. In doubt it would not: what nobody looked for is not gone. */
export function wasLookedFor(sought: Sought, looked: Looked): boolean {
  const {account, region} = sought
  const place = {...(account !== undefined && {account}), ...(region !== undefined && {region})}
  return (
    isAsked(sought, looked) &&
    looked.takes(sought) &&
    (looked.inputs.live.kind === 'none' || looked.wasRead(place)) &&
    !looked.gaps.some((gap) => mayHide(gap, sought))
  )
}

/** Whether the run was about such findings at all. */
function isAsked({code}: Sought, {inputs, tagsAlone}: Looked): boolean {
  if (code === undefined) return !tagsAlone && inputs.live.kind !== 'none' && inputs.policies.length > 0
  const kind = kindOf(code as FindingCode)
  if (kind === 'tags') return inputs.policies.length > 0 && code !== 'tag-key-not-billed'
  if (kind === 'spend') return !tagsAlone && inputs.policies.length > 0
  if (kind === 'ignores') return true
  if (ofCode.has(code)) return !tagsAlone && inputs.configuration !== undefined
  return !tagsAlone && inputs.live.kind !== 'none'
}

/** Gaps that say nothing of a type or a place are about the input as a whole where something could not be read. */
const wholesale: ReadonlySet<GapReason> = new Set([
  'denied',
  'throttled',
  'timed-out',
  'failed',
  'not-read',
  'unreadable-input',
])

function mayHide({reason, type, location}: Gap, sought: Sought): boolean {
  if (type === undefined && location === undefined) return wholesale.has(reason)
  if (reason === 'price-unknown' || reason === 'accelerator-unknown') return false
  const isOfType =
    type === undefined ||
    (sought.type === undefined && sought.objectType === undefined) ||
    type === sought.type ||
    type === sought.objectType
  return isOfType && isSame(location?.account, sought.account) && isSame(location?.region, sought.region)
}

function isSame(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || a === b
}
