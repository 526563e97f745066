import type {Catalog} from '../catalog/catalog.ts'
import type {Code} from '../fix/adopt/adopt.ts'
import type {DeclaredResource} from '../model/declared.ts'
import type {Finding} from '../model/finding.ts'
import type {PartialLocation} from '../model/location.ts'
import type {ReportInputs} from '../model/report.ts'
import {commandsIn} from '../fix/remedies/context.ts'
import {generatedFile} from '../fix/remedies/import-remedies.ts'
import {Names} from '../fix/remedies/names.ts'
import {ProviderPlaces} from '../fix/remedies/provider-place.ts'
import {remediesOf} from '../fix/remedies/remedies-of.ts'
import {newest} from '../fix/remedies/version.ts'

export interface RemedySources {
  readonly states: ReportInputs['states']
  readonly declared: DeclaredBlocks
  readonly code?: (Code & {readonly folder: string}) | undefined
  readonly catalog: Catalog
}

/** What has to be known of everything that is declared, once the resources themselves are let go of. */
export class DeclaredBlocks {
  /** Addresses that are taken: `aws_vpc.main`. */
  readonly addresses = new Set<string>()
  readonly places = new ProviderPlaces()

  add(resource: DeclaredResource): void {
    this.addresses.add(addressOfBlock(resource))
    this.places.learn(resource)
  }
}

/** Adds to each finding what a person can do about it. Findings stay in their order; files of code are read, nothing is changed. */
export async function remedied(findings: readonly Finding[], sources: RemedySources): Promise<readonly Finding[]> {
  if (findings.length === 0) return findings
  const {states, code, catalog} = sources
  const {addresses, places} = sources.declared
  const versions = new Map(states.map(({file, terraformVersion}) => [file, terraformVersion]))
  const terraform = newest([...versions.values()].filter((version) => version !== undefined))
  const context = {
    names: new Names([...addresses, ...(code?.resources ?? []).map(addressOfBlock)]),
    terraformOf: (file: string) => versions.get(file),
    placeOf: (location: PartialLocation) => places.at(location),
    isCreateOnly: (objectType: string, path: string) => catalog.createOnly(objectType).some((name) => isAt(path, name)),
    ...commandsIn(code?.folder, generatedFile),
    ...(terraform === undefined ? {} : {terraform}),
  }
  const adopted = await adoptedBy(findings, code, catalog)
  return findings.map((finding) => {
    const remedies = remediesOf(finding, adopted.get(finding), context)
    return remedies.length === 0 ? finding : {...finding, remedies}
  })
}

/** Parsers of code are loaded where there is drift and code to look at. */
async function adoptedBy(findings: readonly Finding[], code: Code | undefined, catalog: Catalog) {
  const {adoptions, isAdoptable} = await import('../fix/adopt/adopt.ts')
  return adoptions(findings.filter(isAdoptable), code, catalog)
}

function addressOfBlock({type, name, mode, module}: DeclaredResource): string {
  return `${module === undefined ? '' : `${module}.`}${mode === 'data' ? 'data.' : ''}${type}.${name}`
}

/** CloudFormation writes the way to a nested property with slashes. */
function isAt(path: string, property: string): boolean {
  const dotted = property.replaceAll('/', '.')
  return path === dotted || path.startsWith(`${dotted}.`) || path.startsWith(`${dotted}[`)
}
