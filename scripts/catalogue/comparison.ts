import type {CloudFormationProperty} from './cloudformation.ts'
import type {TerraformAttribute} from './terraform.ts'

/**
 * A rule in one string: a property and, after spaces, how it is compared (`KmsKeyId kmsKey computed`, `Port =443`); or `-` and why it is
 * not. `catalog/derived.ts` reads it.
 */
export type Compact = string

interface Sides {
  readonly name: string
  readonly attribute: TerraformAttribute
  readonly target: string
  readonly property: CloudFormationProperty
  readonly computed: boolean
  readonly isPolicy: boolean
}

/** @returns undefined where the two differ in shape, so that a comparison would be a guess */
export function comparison(sides: Sides): Compact | undefined {
  const normalizer = normalizerOf(sides)
  if (normalizer === undefined) return undefined
  const fallback = defaultOf(sides)
  const words = [sides.target, normalizer, sides.computed ? 'computed' : '', fallback]
  return words.filter((word) => word !== '' && word !== 'exact').join(' ')
}

function normalizerOf({name, attribute, property, isPolicy, target}: Sides): string | undefined {
  const {kind, scalar} = attribute
  if (kind === 'map') return property.kind === 'map' || property.kind === 'json' ? 'exact' : undefined
  if (kind === 'list' || kind === 'set') return listNormalizer(name, attribute, property)
  if (scalar === 'any') return undefined
  if (scalar === 'string' && (property.kind === 'json' || property.kind === 'object')) {
    return documentNormalizer(name, property, isPolicy)
  }
  if (property.kind === 'array' || property.kind === 'object' || property.kind === 'map') return undefined
  if (scalar === 'boolean') return booleanNormalizer(property)
  if (scalar === 'number') return property.kind === 'boolean' ? undefined : 'exact'
  return textNormalizer(name, target, property, isPolicy)
}

/** A text for an object is one member of it (a schedule's expression, a principal's name), unless it is called a document. */
function documentNormalizer(name: string, {kind}: CloudFormationProperty, isPolicy: boolean): string | undefined {
  if (kind === 'object' && !documentName.test(name)) return undefined
  return isPolicy || policyName.test(name) ? 'iamPolicy' : 'jsonDocument'
}

function listNormalizer(
  name: string,
  attribute: TerraformAttribute,
  property: CloudFormationProperty,
): string | undefined {
  const element = property.kind === 'array' ? property.element?.() : undefined
  if (!element || attribute.scalar === 'any' || !isScalar(element)) return undefined
  const isSet = attribute.kind === 'set' || property.unordered === true
  if (/cidr/.test(name)) return 'cidrSet'
  if (/header|event_type/.test(name)) return 'anyCaseSet'
  return isSet || !hasOrder.test(name) ? 'set' : 'exact'
}

/** Lists of words in which the order says something; of others the services give back any. */
const hasOrder = /(command|entry_?point|args|arguments|layers|steps|stages|priority|order|servers|search_domains)s?$/

function isScalar({kind}: CloudFormationProperty): boolean {
  return kind === 'string' || kind === 'number' || kind === 'boolean'
}

/** `true` and `"true"` are one; `true` and `ENABLED` are not told apart here, so not compared. */
function booleanNormalizer({kind, values}: CloudFormationProperty): string | undefined {
  if (kind === 'boolean') return 'exact'
  return values?.every((value) => /^(true|false)$/i.test(value)) ? 'caseInsensitive' : undefined
}

const documentName =
  /(propert(y|ies)|settings|polic(y|ies)|document|json|definition|mappings|template|configuration|query)$/

const policyName =
  /^((resource|key|access|repository|bucket|file_system|queue|topic|assume_role|trust|vault|endpoint)_)?polic(y|ies)(_document|_text)?$/

function textNormalizer(name: string, target: string, property: CloudFormationProperty, isPolicy: boolean): string {
  if (isPolicy) return 'iamPolicy'
  if (/(^|_)kms_.*(key|id|arn)|kms_key|^encryption_key$/.test(name)) return 'kmsKey'
  if (/schedule(_expression)?$/.test(name)) return 'schedule'
  if (name === 'access_string') return 'accessString'
  if (name === 'engine_version') return 'versionPrefix'
  if (/cidr/.test(name)) return 'cidr'
  if (/user_data/.test(name)) return 'userData'
  if (/(_json|_body|^body|definition|policy|_document|event_pattern|^schema|^content|^document)$/.test(name))
    return 'jsonDocument'
  if (property.values !== undefined) return 'caseInsensitive'
  if (/(domain|dns|fqdn|host|zone)(_name)?$/.test(name) || (name === 'name' && /Domain|Zone/.test(target)))
    return 'dnsName'
  const named = /(_arn|_id|_name|_identifier|^role|_role|^arn|topic|queue|cluster)$/
  return named.test(name) || /(Arn|Id|Name|Role)$/.test(target) ? 'arnOrName' : 'exact'
}

/** Providers write 0 for a number that nobody set; what a schema calls the default is what AWS means by nothing. */
function defaultOf({attribute, property}: Sides): string {
  if (attribute.kind !== 'scalar') return ''
  const {default: fallback} = property
  if (typeof fallback === 'number' || fallback === true) return `=${fallback}`
  if (typeof fallback === 'string' && /^\S+$/.test(fallback)) return `=${JSON.stringify(fallback)}`
  return attribute.scalar === 'number' && attribute.use === 'optional' ? '=0' : ''
}
