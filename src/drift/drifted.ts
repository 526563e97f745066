import type {Catalog} from '../catalog/catalog.ts'
import type {JoinedObject, Share} from '../join/joined.ts'
import {subjectOf} from '../join/subject.ts'
import {fingerprintOf, type Finding} from '../model/finding.ts'
import type {Difference} from './difference.ts'
import {hideSecrets} from './hide.ts'
import {severityOf} from './severity.ts'

/** A difference as a finding of the resource that declares the property. */
export function drifted(object: JoinedObject, share: Share, found: Difference, catalog: Catalog): Finding {
  const facts = catalog.facts(object.type)
  const {path, before, after, attribute, undeclared, controlledBy} = hideSecrets(found, facts)
  const sides = {path, before, after}
  const detail =
    controlledBy === undefined
      ? ({code: undeclared ? 'drifted-undeclared' : 'drifted', ...sides} as const)
      : ({code: 'controlled', ...sides, controlledBy} as const)
  const subject = subjectOf(object, catalog, share.resource)
  return {
    ...detail,
    severity: controlledBy === undefined ? severityOf(facts, found) : 'info',
    confidence: share.entry.confidence,
    subject,
    owner: attribute,
    source: share.resource.source,
    fingerprint: fingerprintOf(detail, subject, found.element ? (before ?? after) : undefined),
  }
}
