import type {Catalog} from '../catalog/catalog.ts'
import type {JoinedObject, Share} from '../join/joined.ts'
import {subjectOf} from '../join/subject.ts'
import {fingerprintOf, type Finding, type FindingDetail, type Severity} from '../model/finding.ts'
import type {SourceRef} from '../model/source.ts'
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
    source: sourceOf(share, shown.attribute),
    ...(share.configured?.calls && {calls: share.configured.calls}),
    fingerprint: fingerprintOf(detail, subject, found.element ? (shown.before ?? shown.after) : undefined),
  }
}

/** The line in the code, where it was given. */
function sourceOf({configured, resource}: Share, attribute: string): SourceRef {
  return configured?.positions?.(keysIn(attribute)) ?? (configured ?? resource).source
}

/** Without indices: those of a state need not be those of the code, as a set has no order. */
function keysIn(attribute: string): readonly string[] {
  const [, tags, key] = /^(tags|tags_all)\.(.*)$/s.exec(attribute) ?? []
  if (tags !== undefined && key !== undefined) return [tags, key]
  return attribute.replaceAll(/\[[^\]]*\]/g, '').split('.')
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
