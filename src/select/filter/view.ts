import type {Finding, FindingCode} from '../../model/finding.ts'
import {kindOf} from '../../model/kind.ts'

/** A finding as JSON, secrets hidden: flat as in `--json`, and by its parts; what is absent is null in JMESPath. */
export function viewOf(finding: Finding): Readonly<Record<string, unknown>> {
  const plain = JSON.parse(JSON.stringify(finding)) as Record<string, unknown> & {subject: Record<string, unknown>}
  const {subject} = plain
  const {location, ...who} = subject
  return {...plain, ...who, ...(location as object | undefined), args: plain, kind: kindOf(finding.code)}
}

/** The same of a finding that is JSON already. */
export function viewOfReported(finding: {readonly code: string}): Readonly<Record<string, unknown>> {
  return {...finding, subject: finding, kind: kindOf(finding.code as FindingCode)}
}

/** What a filter may ask for first: a name that is none of these is a slip of the pen. */
export const viewFields: readonly string[] = [
  'code',
  'kind',
  'severity',
  'confidence',
  'standing',
  'fingerprint',
  'address',
  'type',
  'objectType',
  'id',
  'name',
  'arn',
  'partition',
  'account',
  'region',
  'path',
  'before',
  'after',
  'owner',
  'source',
  'calls',
  'change',
  'confirmed',
  'cost',
  'costUnknown',
  'remedies',
  'args',
  'subject',
]
