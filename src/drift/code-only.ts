import type {Catalog} from '../catalog/catalog.ts'
import type {DeclaredResource} from '../model/declared.ts'
import {fingerprintOf, type Finding, type Subject} from '../model/finding.ts'

/** The code beside the state, resource by resource. */
export interface CodeAndState {
  readonly recorded: Iterable<DeclaredResource>
  readonly configured: readonly DeclaredResource[]
  /** How the code declares a recorded resource, under its own or a new address. */
  readonly codeOf: (recorded: DeclaredResource) => DeclaredResource | undefined
  /** Whether the code leaves open if there is such a resource: a module that could not be read, a count that is unknown. */
  readonly isOpen: (resource: DeclaredResource) => boolean
}

/** Resources that the code has and no state, or the state and not the code. */
export function codeOnlyFindings(
  {recorded, configured, codeOf, isOpen}: CodeAndState,
  catalog: Catalog,
): readonly Finding[] {
  const applied = new Set<string>()
  const findings: Finding[] = []
  for (const resource of recorded) {
    const code = codeOf(resource)
    if (code) applied.add(code.address)
    else if (!isOpen(resource)) findings.push(codeOnly('not-configured', resource, catalog))
  }
  for (const resource of configured) {
    if (isManaged(resource) && !applied.has(resource.address) && !isOpen(resource))
      findings.push(codeOnly('not-applied', resource, catalog))
  }
  return findings
}

function isManaged({mode, type}: DeclaredResource): boolean {
  return mode === 'managed' && type.startsWith('aws_')
}

function codeOnly(code: 'not-applied' | 'not-configured', resource: DeclaredResource, catalog: Catalog): Finding {
  const {address, type, source, calls} = resource
  const entry = catalog.entry(type)
  const subject: Subject = {address, type, ...(entry ? {objectType: entry.objectType} : {})}
  return {
    code,
    severity: code === 'not-configured' ? 'medium' : 'low',
    confidence: 'curated',
    subject,
    source,
    ...(calls && {calls}),
    fingerprint: fingerprintOf({code}, subject),
  }
}
