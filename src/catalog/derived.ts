import type {ObjectType} from '../model/live.ts'
import type {AttributeRule, BlockRule, CompareRule, ObjectFacts, SkipRule, TerraformType} from './entry.ts'
import type {Json} from '../model/value.ts'
import type {NormalizerName} from './normalizers/index.ts'

/** One file of `generated/`: what `npm run catalogue` derived of one CloudFormation service. */
export interface GeneratedService {
  readonly types: Readonly<Record<string, GeneratedType>>
  readonly objects: Readonly<Record<ObjectType, GeneratedObject>>
}

export interface GeneratedType {
  readonly of: ObjectType
  readonly id: readonly (readonly string[])[]
  readonly tags?: 'none'
  readonly rules: GeneratedRules
  /** Attributes that nobody sets. */
  readonly computed?: readonly string[]
}

type GeneratedRules = Readonly<Record<string, string | GeneratedBlock>>

interface GeneratedBlock extends Pick<BlockRule, 'to' | 'block' | 'computed'> {
  readonly of: GeneratedRules
}

export interface GeneratedObject {
  /** The primary identifier. */
  readonly id: readonly string[]
  readonly global?: true
  readonly arn?: string
  /** The property that holds the tags; absent where the object takes none. */
  readonly tags?: string
  /** Properties and, in brackets, their members: `Code(S3Bucket S3Key)`. */
  readonly has: readonly string[]
  readonly readOnly?: readonly string[]
  readonly writeOnly?: readonly string[]
  readonly createOnly?: readonly string[]
  /** IAM actions that reading one object takes, through Cloud Control too; absent where that cannot read it. */
  readonly read?: readonly string[]
  /** Likewise of listing what there is. */
  readonly list?: readonly string[]
  /** Properties that a list has to be narrowed by: those of the object whose children it gives. */
  readonly parents?: readonly string[]
}

/** @param facts of the object, where this is the type that creates it */
export function derivedEntry(
  type: string,
  {of, id, tags, rules, computed = []}: GeneratedType,
  facts?: GeneratedObject,
): TerraformType {
  const ofAws = computed.map((name) => [name, skipRule('computed')] as const)
  return {
    type,
    confidence: 'derived',
    objectType: of,
    role: 'object',
    identity: id,
    ...(tags === undefined ? {} : {tags}),
    attributes: {...attributesOf(rules), ...Object.fromEntries(ofAws)},
    ...(facts === undefined ? {} : {object: objectFacts(facts)}),
  }
}

function objectFacts({global, arn}: GeneratedObject): ObjectFacts {
  return {idScope: global ? 'account' : 'region', ...(arn === undefined ? {} : {arnTemplate: arn})}
}

function attributesOf(rules: GeneratedRules): Readonly<Record<string, AttributeRule>> {
  return Object.fromEntries(Object.entries(rules).map(([name, rule]) => [name, ruleOf(rule)]))
}

function ruleOf(rule: string | GeneratedBlock): AttributeRule {
  if (typeof rule !== 'string') return {...rule, of: attributesOf(rule.of)}
  return rule.startsWith('-') ? skipRule(rule.slice(1) as GeneratedSkip) : compareRule(rule)
}

/** `KmsKeyId kmsKey computed`, `Port =443`: the property, and what is said of its comparison. */
function compareRule(rule: string): CompareRule {
  const [to = '', ...words] = rule.split(' ')
  const fallback = words.find((word) => word.startsWith('='))
  const as = words.find((word) => word !== 'computed' && word !== fallback)
  return {
    to,
    ...(as === undefined ? {} : {as: as as NormalizerName}),
    ...(fallback === undefined ? {} : {default: JSON.parse(fallback.slice(1)) as Json}),
    ...(words.includes('computed') ? {computed: true} : {}),
  }
}

const reasons = {
  computed: 'the provider schema lets nobody set it',
  'terraform-only': 'a setting of the provider itself, by its name',
  'write-only': 'marked write-only in the CloudFormation schema or the provider schema',
} as const

type GeneratedSkip = keyof typeof reasons

function skipRule(reason: GeneratedSkip): SkipRule {
  return {skip: reason, because: reasons[reason]}
}
