import type {Catalog} from '../catalog/catalog.ts'
import type {JoinedObject, Share} from '../join/joined.ts'
import {subjectOf} from '../join/subject.ts'
import {fingerprintOf, type Finding, type FindingDetail, type Severity} from '../model/finding.ts'
import type {Difference} from './difference.ts'
import {hideSecrets} from './hide.ts'
import {severityOf} from './severity.ts'

/** A difference as a finding of the resource that declares the property. */
export function drifted(object: JoinedObject, share: Share, found: Difference, catalog: Catalog): Finding {
  const facts = catalog.facts(object.type)
  const shown = hideSecrets(found, facts)
  const detail = detailOf(shown)
  const subject = subjectOf(object, catalog, share.resource)
  return {
    ...detail,
    severity: quiet[detail.code] ?? severityOf(facts, found),
    confidence: share.entry.confidence,
    subject,
    owner: shown.attribute,
    source: (share.configured ?? share.resource).source,
    fingerprint: fingerprintOf(detail, subject, found.element ? (shown.before ?? shown.after) : undefined),
  }
}

/** Nothing in AWS is other than it should be: something is on its way, or meant to move. */
const quiet: Partial<Record<FindingDetail['code'], Severity>> = {
  controlled: 'info',
  'stale-state': 'info',
  unapplied: 'low',
}

function detailOf({path, before, after, undeclared, controlledBy, verdict, configured}: Difference) {
  const sides = {path, before, after}
  if (controlledBy !== undefined) return {code: 'controlled', ...sides, controlledBy} as const
  if (verdict === 'unapplied' || verdict === 'conflict') return {code: verdict, ...sides, configured} as const
  if (verdict === 'stale-state') return {code: verdict, ...sides} as const
  return {code: undeclared ? 'drifted-undeclared' : 'drifted', ...sides} as const
}
