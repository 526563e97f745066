import type {Catalog} from '../catalog/catalog.ts'
import type {JoinedObject, Share} from '../join/joined.ts'
import {fingerprintOf, type Finding} from '../model/finding.ts'
import {subjectOf} from '../join/subject.ts'

/** An object that should be there and is not: told once, of the resource that creates it; of its parts only where none does. */
export function missingFindings(object: JoinedObject, catalog: Catalog): readonly Finding[] {
  const creators = object.shares.filter(({entry, projection}) => projection === 'table' && entry.role === 'object')
  if (creators.length > 0) return creators.map((share) => missing(object, share, catalog))
  const byResource = new Map(object.shares.map((share) => [share.resource, share]))
  return [...byResource.values()].map((share) => missing(object, share, catalog, `${object.type} ${object.id}`))
}

export function missing(object: JoinedObject, share: Share, catalog: Catalog, partOf?: string): Finding {
  const status = object.live?.deleting
  const detail = {
    code: 'missing',
    ...(partOf === undefined ? {} : {partOf}),
    ...(status === undefined ? {} : {status}),
  } as const
  const subject = subjectOf(object, catalog, share.resource)
  return {
    ...detail,
    severity: 'high',
    confidence: share.entry.confidence,
    subject,
    source: share.resource.source,
    fingerprint: fingerprintOf(detail, subject),
  }
}

/** Where a resource is missing as a whole, what else it declares (the volumes of an instance) is not told again. */
export function withoutRepeats(findings: readonly Finding[]): readonly Finding[] {
  const whole = new Set(findings.filter((finding) => isMissing(finding, 'whole')).map(nameOf))
  if (whole.size === 0) return findings
  return findings.filter((finding) => !isMissing(finding, 'part') || !whole.has(nameOf(finding)))
}

function isMissing(finding: Finding, extent: 'whole' | 'part'): boolean {
  return finding.code === 'missing' && (finding.partOf === undefined) === (extent === 'whole')
}

function nameOf({source, subject}: Finding): string {
  return `${source?.file}\n${subject.address}`
}
