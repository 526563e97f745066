import type {Catalog} from '../catalog/catalog.ts'
import type {JoinedObject} from '../join/joined.ts'
import {compareText, fingerprintOf, type Finding} from '../model/finding.ts'
import {subjectOf} from '../join/subject.ts'

/** One object that several resources claim to create: imported twice, or recorded in two states. */
export function duplicateOwners(object: JoinedObject, catalog: Catalog): readonly Finding[] {
  if (object.shares.length < 2) return []
  const owners = object.shares.filter(({entry, projection}) => projection === 'table' && entry.object !== undefined)
  const places = [...new Set(owners.map(({resource}) => `${resource.source.file}: ${resource.address}`))]
  const [first] = owners
  if (places.length < 2 || !first) return []
  const addresses = places.toSorted(compareText)
  const detail = {code: 'duplicate-owner', addresses} as const
  const subject = subjectOf(object, catalog, first.resource)
  return [
    {
      ...detail,
      severity: 'medium',
      confidence: first.entry.confidence,
      subject,
      source: first.resource.source,
      fingerprint: fingerprintOf(detail, subject),
    },
  ]
}
