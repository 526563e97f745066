import {hash} from 'node:crypto'

import type {Address} from './address.ts'
import type {Arn} from './arn.ts'
import type {Change} from './change.ts'
import type {CostUnknown, FindingCost} from './cost.ts'
import type {Location} from './location.ts'
import type {TerraformDetail} from './plan.ts'
import type {Remedy} from './remedy.ts'
import type {SourceRef} from './source.ts'
import type {BilledStanding} from './cost-allocation.ts'
import type {TagCause, TagParentKind} from './tag-cause.ts'
import type {Value} from './value.ts'

/** From worst to least; the order is the order of reports. */
export const severities = ['critical', 'high', 'medium', 'low', 'info'] as const
export type Severity = (typeof severities)[number]

/** `curated`: proven by a fixture, fails a build. `derived`: mapped by rule, shown as possible. */
export type Confidence = 'curated' | 'derived'

/** What a finding is about. What is not known is absent. */
export interface Subject {
  readonly address?: Address
  /** Terraform type where declared, else the one that would declare it. */
  readonly type?: string
  readonly objectType?: string
  readonly id?: string
  readonly name?: string
  readonly arn?: Arn
  readonly location?: Partial<Location>
}

/**
 * One thing that a person may act on, as a code with typed arguments; the words are in `report/finding-words.ts`. To add a code, add it
 * here: the compiler then asks for its words.
 */
export type FindingDetail =
  | {
      readonly code: 'drifted'
      readonly path: string
      readonly before: Value | undefined
      readonly after: Value | undefined
    }
  | {
      readonly code: 'drifted-undeclared'
      readonly path: string
      readonly before: Value | undefined
      readonly after: Value | undefined
    }
  /** Something that is meant to move the value did so: an autoscaler inside its band, a pipeline. */
  | {
      readonly code: 'controlled'
      readonly path: string
      readonly before: Value | undefined
      readonly after: Value | undefined
      readonly controlledBy: string
    }
  /** The code says otherwise than the state, and AWS is still as the state has it: the change waits to be applied. */
  | {
      readonly code: 'unapplied'
      readonly path: string
      readonly before: Value | undefined
      readonly after: Value | undefined
      readonly configured: Value | undefined
    }
  /** AWS is already as the code says; the state is not. */
  | {
      readonly code: 'stale-state'
      readonly path: string
      readonly before: Value | undefined
      readonly after: Value | undefined
    }
  /** Code, state and AWS say three things. */
  | {
      readonly code: 'conflict'
      readonly path: string
      readonly before: Value | undefined
      readonly after: Value | undefined
      readonly configured: Value | undefined
    }
  /** In the code, in no state. */
  | {readonly code: 'not-applied'}
  /** In a state, no longer in the code. */
  | {readonly code: 'not-configured'}
  | {readonly code: 'missing'; readonly partOf?: string; readonly status?: string}
  | TerraformDetail
  | {readonly code: 'unmanaged'}
  | {readonly code: 'unmanaged-child'; readonly path: string; readonly after: Value}
  | {readonly code: 'owned-elsewhere'; readonly ownedBy: string; readonly evidence: string}
  | {readonly code: 'duplicate-owner'; readonly addresses: readonly string[]}
  /** `variant`: a key of the same object that differs in case or separators only (`cost-center` for `CostCenter`). */
  | ({readonly code: 'tag-missing'; readonly variant?: string} & TagBreach)
  | ({
      readonly code: 'tag-value-invalid'
      readonly value: string
      readonly reason?: TagValueReason
      readonly allowed?: readonly string[]
      readonly pattern?: string
      /** `0 to 256 characters`, where that is the reason. */
      readonly length?: string
    } & TagBreach)
  | ({readonly code: 'tag-key-invalid'; readonly reason: TagKeyReason; readonly expected: string} & TagBreach)
  | {
      readonly code: 'tag-exemption-expired'
      /** The exempted key; `*` for all. */
      readonly keys: readonly string[]
      readonly expired: string
      readonly reason: string
      readonly exemptionOwner: string
      /** Violations that it hid and no longer hides. */
      readonly violations: number
    }
  /** A key that a policy requires, and that the bill is not split by, or not since the start of what can be filled in. */
  | {
      readonly code: 'tag-key-not-billed'
      readonly tagKey: string
      readonly activation: Exclude<BilledStanding, 'billed'>
      /** When it was last activated or deactivated; ISO 8601. */
      readonly since?: string
      readonly lastUsed?: string
      /** The first day of the earliest month that can be filled in. */
      readonly backfillFrom?: string
    }
  /** An ignore whose last day has passed: what it hid is told again. */
  | {
      readonly code: 'ignore-expired'
      /** What it is about, as it is written. */
      readonly ignore: string
      readonly expired: string
      readonly reason?: string
      /** Findings that it hid and no longer hides. */
      readonly findings: number
    }
  /** An ignore that took nothing away, though where it could have was looked at. */
  | {readonly code: 'ignore-unused'; readonly ignore: string; readonly reason?: string}
  | {
      readonly code: 'accelerator-unowned'
      readonly missingKeys: readonly string[]
      readonly instanceType: string
      readonly model: string
      readonly count: string
      readonly hourly?: string
      readonly monthly?: string
      readonly currency?: string
    }
  /** Capacity that is reserved, paid for, and used by nothing. */
  | {
      readonly code: 'reservation-unused'
      readonly instanceType: string
      /** Instances. */
      readonly unused: number
      readonly reserved: number
      /** Of what is accelerated: what it holds, and how many devices of that are unused. */
      readonly model?: string
      readonly count?: string
      readonly hourly?: string
      readonly monthly?: string
      readonly currency?: string
    }
  /** An accelerator that runs and, as CloudWatch measured it, does nothing. */
  | {
      readonly code: 'accelerator-idle'
      readonly instanceType: string
      readonly model: string
      readonly count: string
      /** `CWAgent nvidia_smi_utilization_gpu`. */
      readonly metric: string
      /** The most that was measured in any period, in percent, as exact decimal text. */
      readonly peak: string
      /** How far back was looked, in hours. */
      readonly hours: number
      readonly hourly?: string
      readonly monthly?: string
      readonly currency?: string
    }

/** Where a tag rule was broken: in what Terraform declares, or on what is live. */
export type TagSide = 'declared' | 'live'

/** Why a value does not do; `empty` is also a value of spaces alone. */
export type TagValueReason = 'empty' | 'forbidden' | 'not-allowed' | 'pattern' | 'case' | 'length'

/** Why a key may not be there; `case`: it is right but for case; `count` is about all keys of the object at once, its key is `*`. */
export type TagKeyReason = 'forbidden' | 'case' | 'pattern' | 'length' | 'count'

/** What every finding about a tag says. */
export interface TagBreach {
  readonly key: string
  /** `declared` where that side is wrong, since mending it mends both; `live` where the declared side is right, unknown or not there. */
  readonly on: TagSide
  /** The other side of the same object: breaks the rule the same way, complies, breaks it otherwise, cannot be known, is not there. */
  readonly otherSide?: 'same' | 'right' | 'wrong' | 'unknown' | 'none'
  /** The id of the policy's rule. */
  readonly rule?: string
  /** The policy's own words for whoever has to mend it. */
  readonly message?: string
  /** Who keeps the object, where Terraform does not: `Auto Scaling group train-a100`. */
  readonly ownedBy?: string
  /** Why the rule is broken; tells which fix fits. */
  readonly cause?: TagCause
  /** A key that is there instead: in other letters, or one letter off. */
  readonly found?: string
  /** What the resource makes besides itself (`root_block_device[0]`), where the tag is of that. */
  readonly part?: string
  /** What made the object, and has the tag that it does not hand on. */
  readonly parent?: {readonly kind: TagParentKind; readonly name: string}
}

export type FindingCode = FindingDetail['code']

/** `known`: accepted in a baseline; fails no build. */
export type Standing = 'new' | 'known'

export type Finding = FindingDetail & {
  readonly severity: Severity
  readonly confidence: Confidence
  readonly subject: Subject
  /** The attribute's Terraform path that declares the property (`aws_instance.a: instance_type`), where one does. */
  readonly owner?: string
  readonly source?: SourceRef
  /** Of resources inside modules: where the calls stand that lead to `source`, that in the root module first. */
  readonly calls?: readonly SourceRef[]
  /** Who made it so, where that was asked for and is known. */
  readonly change?: Change
  /**
   * Of what a recording of AWS showed that may have been old: a fresh read showed it too; or it may be a day old and no fresh read could be
   * made, and then it is no more than possible. Absent where nothing had to be made sure of.
   */
  readonly confirmed?: boolean
  /** Against a baseline: whether it was accepted there. Absent where there is none. */
  readonly standing?: Standing
  /** Of what differs in a resource of a plan: whether Terraform's refresh found it, too. */
  readonly seenByTerraform?: boolean
  /** What a person can do about it, the likeliest first. */
  readonly remedies?: readonly Remedy[]
  /** What it costs a month more or less than what is declared; absent where it changes nothing that is paid for. */
  readonly cost?: FindingCost
  /** Set instead of `cost` where it changes the bill and nobody can say by how much. */
  readonly costUnknown?: CostUnknown
  readonly fingerprint: string
}

/**
 * Stable while files move, resources are reordered, unrelated ones come and values change again: code, subject and path only. The address
 * alone would not do: the same one stands in the states of several components, workspaces and accounts.
 *
 * @param element tells findings of one collection apart, where the path is that of the whole collection
 */
export function fingerprintOf(detail: FindingDetail, subject: Subject, element?: Value): string {
  const where = 'path' in detail ? detail.path : 'key' in detail ? `${detail.on}:${detail.key}` : ''
  const which = detail.code === 'unmanaged-child' ? detail.after : element
  const extra = which === undefined ? '' : JSON.stringify(which)
  return hash('sha256', [detail.code, identityOf(subject), where, extra].join('\n')).slice(0, 16)
}

function identityOf({address = '', objectType, id, arn, location}: Subject): string {
  const name = id === undefined ? arn : id
  const object = name === undefined ? '' : [objectType, location?.account, location?.region, unrevised(name)].join('/')
  return `${address}\n${object}`
}

/** What gets a revision with each deployment stays the same thing (`task-definition/api:12`, `job-definition/train:3`). */
function unrevised(name: string): string {
  return name.replace(/((?:task|job)-definition\/[^:]+):\d+$/, '$1')
}

/** The one total order of findings: severity, then subject, path, and where it is written. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    compareText(subjectName(a.subject), subjectName(b.subject)) ||
    compareText(a.code, b.code) ||
    compareText('path' in a ? a.path : 'key' in a ? a.key : '', 'path' in b ? b.path : 'key' in b ? b.key : '') ||
    compareText(a.fingerprint, b.fingerprint) ||
    compareSources(a.source, b.source)
  )
}

/** One address in two states, say. */
function compareSources(a: SourceRef = {file: ''}, b: SourceRef = {file: ''}): number {
  return compareText(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)
}

/** What to call the subject in a line of text: its address, else its ARN, else type and id. */
export function subjectName(subject: Subject): string {
  return subject.address ?? subject.arn ?? `${subject.objectType ?? subject.type ?? 'object'} ${subject.id ?? ''}`
}

/** By code points, not by locale: reports are equal on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
