/**
 * Derives `src/catalog/generated/`, the layer below the curated types, from published schemas (their versions: `catalogue/sources.ts`):
 *
 *     npm run catalogue [-- --provider-schema FILE] [--schemas FOLDER] [--provider FOLDER]
 *
 * FOLDERs stand in for the downloads. FILE, a provider schema in the form of `terraform providers schema -json` or of driftctl's test
 * data, renews `catalogue/provider-facts.json` first: it alone tells which optional attributes the provider never chooses itself. Read
 * the report before you commit.
 */
import {parseArgs} from 'node:util'

import {rulesOf, type CompactRules} from './catalogue/attributes.ts'
import {cloudFormationTypes, type CloudFormationType} from './catalogue/cloudformation.ts'
import {factsOf} from './catalogue/facts.ts'
import {identityOf} from './catalogue/identity.ts'
import {plainName, singular} from './catalogue/names.ts'
import {pairs, type Pair} from './catalogue/pairs.ts'
import {fitOf, isPlausible, type Fit} from './catalogue/plausible.ts'
import {providerFacts, refreshProviderFacts} from './catalogue/provider-facts.ts'
import {providerPackage, registrySchemas, specification, type SpecResource} from './catalogue/sources.ts'
import {terraformTypes, type TerraformAttributes} from './catalogue/terraform.ts'
import {loadCatalog} from '../src/catalog/catalog.ts'
import {write, type GeneratedType} from './catalogue/write.ts'

const {values: flags} = parseArgs({
  options: {'provider-schema': {type: 'string'}, schemas: {type: 'string'}, provider: {type: 'string'}},
})
const terraform = terraformTypes(flags.provider ?? providerPackage())
const cloudFormation = cloudFormationTypes(registrySchemas(flags.schemas))
const spec = specification()
if (flags['provider-schema'] !== undefined) refreshProviderFacts(flags['provider-schema'])
const facts = providerFacts()

const derived = pairs(terraform, cloudFormation).map(derive)
const kept = derived.filter(({pair, fit, type}) => pair.by === 'hand' || isPlausible(fit, type.id))
const curated = (await loadCatalog()).entries.map(({objectType}) => cloudFormation.get(objectType))
const objectTypes = new Set([
  ...kept.map(({pair}) => pair.cloudFormation),
  ...curated.filter((type) => type !== undefined),
])
write(
  kept.map(({type}) => type),
  [...objectTypes].map((type) => [type.name, factsOf(type, spec.get(type.name))] as const),
)
report()

interface Derived {
  readonly pair: Pair
  readonly fit: Fit
  readonly type: GeneratedType
}

function derive(pair: Pair): Derived {
  const attributes = terraform.get(pair.terraform) ?? {}
  const {cloudFormation: type} = pair
  const rules = rulesOf(attributes, type.properties, {
    nouns: [singular(plainName(type.name.split('::').at(-1) ?? ''))],
    path: '',
    attribute: '',
    writeOnly: type.writeOnly,
    policies: policiesOf(type, spec.get(type.name)),
    mayCompute: (attribute) => facts.get(pair.terraform)?.neverComputed.includes(attribute) !== true,
  })
  const id = identityOf(attributes, type, rules)
  return {pair, fit: fitOf(attributes, rules), type: generatedType(pair, attributes, rules, id)}
}

function generatedType(
  {terraform: name, cloudFormation: {name: of}}: Pair,
  attributes: TerraformAttributes,
  rules: CompactRules,
  id: GeneratedType['id'],
): GeneratedType {
  const computed = Object.keys(rules).filter((attribute) => rules[attribute] === '-computed' && attribute !== 'arn')
  const others = Object.entries(rules).filter(([attribute, rule]) => rule !== '-computed' && attribute !== 'timeouts')
  return {
    name,
    of,
    id,
    ...(attributes['tags'] === undefined ? {tags: 'none' as const} : {}),
    rules: Object.fromEntries(others),
    ...(computed.length > 0 ? {computed} : {}),
  }
}

/** What the specification marks for a closer look because it grants rights. */
function policiesOf(type: CloudFormationType, resource: SpecResource | undefined): ReadonlySet<string> {
  const marked = Object.entries(resource?.properties ?? {}).filter(([, {scrutinizable}]) =>
    scrutinizable?.startsWith('Inline'),
  )
  return new Set(marked.map(([name]) => name).filter((name) => type.properties[name] !== undefined))
}

function report(): void {
  const mean = (of: (fit: Fit) => number): string =>
    `${((100 * kept.reduce((sum, {fit}) => sum + of(fit), 0)) / kept.length).toFixed(1)} %`
  const byHand = kept.filter(({pair}) => pair.by === 'hand').length
  console.log(`${kept.length} of ${terraform.size} Terraform types derived, ${byHand} of them paired by hand`)
  console.log(`${mean(({share}) => share)} of the settable attributes of a type have a rule`)
  console.log(`${kept.filter(({type}) => type.id.length === 0).length} without an identity`)
  const dropped = derived.filter((each) => !kept.includes(each))
  console.log(`\n${dropped.length} pairs that names alone made were found implausible:`)
  for (const {pair, fit} of dropped) {
    console.log(`  ${pair.terraform} ${pair.cloudFormation.name} ${Math.round(100 * fit.share)} %`)
  }
}
