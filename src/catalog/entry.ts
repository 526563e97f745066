import type {DeclaredResource} from '../model/declared.ts'
import type {ObjectType} from '../model/live.ts'
import type {PartialLocation} from '../model/location.ts'
import type {SkipReason} from '../model/coverage.ts'
import type {Severity} from '../model/finding.ts'
import type {Json, Value, ValueRecord} from '../model/value.ts'
import type {NormalizerName} from './normalizers/index.ts'

/**
 * What trueup knows of one Terraform type. An entry is a value, one file `catalog/<provider type>.ts` each, registered by one
 * line in `catalog/registry.ts`. Curated entries account for every settable attribute: mapped, or skipped because of something.
 */
export interface TerraformType {
  readonly type: string
  readonly confidence: 'curated' | 'derived'
  /** The canonical object it declares, or declares a part of. */
  readonly objectType: ObjectType
  /**
   * `object`: the resource is the object; absent live means missing. `part`: the resource is a part of an object that another
   * resource (perhaps in another state) creates.
   */
  readonly role: 'object' | 'part'
  /** From attributes to the object's primary identifier, parts joined by `|`; undefined where it cannot be known. */
  readonly identity: Identity
  /** The attribute that holds the object's ARN; `arn` unless said otherwise, null where the type has none. */
  readonly arnAttribute?: string | null
  /**
   * Where the tags are: `tags_all`, falling back to `tags` (the default); `elements` where `project` compares them (the `tag` blocks
   * of an Auto Scaling group); `none` where AWS cannot tag the object.
   */
  readonly tags?: 'map' | 'elements' | 'none'
  /** By attribute name (of the newest provider back to version 2): what becomes of it. */
  readonly attributes: Readonly<Record<string, AttributeRule>>
  /**
   * Further projections, for what a table of attributes cannot say: rules of a security group, volumes inside an instance.
   * Attributes that it uses are marked `{custom: ...}` in `attributes`.
   */
  readonly project?: (resource: DeclaredResource, own: OwnTarget) => readonly Projection[]
  /**
   * For parts: the canonical property whose absence live means that the part itself is missing (`BucketPolicy`); reported once as
   * missing instead of once an attribute.
   */
  readonly presence?: string
  /** For the type that creates the object: facts about the object itself. */
  readonly object?: ObjectFacts
}

/** Names of attributes whose values, joined by `|`, are the identifier; the first alternative that is complete wins. */
export type Identity = readonly (readonly string[])[] | ((attributes: ValueRecord) => string | undefined)

export interface ObjectFacts {
  /** Within what the identifier is unique: IAM names in an account, bucket names in a partition, all else in a region. */
  readonly idScope: 'region' | 'account' | 'partition'
  /** `arn:{partition}:sqs:{region}:{account}:{id}`, for objects whose reader gives none. */
  readonly arnTemplate?: string
  /** Canonical paths that hold secrets or may: digested in snapshots, shown as `(sensitive)`. `*` stands for any key or index. */
  readonly sensitive?: readonly string[]
  /**
   * Collections whose elements are declared by resources of their own (attachments of a role): one that nobody declares is an
   * unmanaged child, even where no resource declares any.
   */
  readonly children?: readonly string[]
  /**
   * Top-level properties that the CloudFormation type lacks (it models them as types of their own, or not at all): a reader that
   * answers in the CloudFormation schema cannot see them. So are those that CloudFormation writes but does not read back.
   */
  readonly pseudo?: readonly string[]
  /**
   * The scalable target (identifier of AWS::ApplicationAutoScaling::ScalableTarget) that may set the property at a path: inside its
   * band, a value that differs is controlled.
   */
  readonly scaledBy?: (id: string, path: string) => string | undefined
  /** What else may set the property at a path by design: up to its bounds, a value that differs is controlled. */
  readonly boundedBy?: (id: string, path: string) => Bound | undefined
  /** Severity of drift by canonical path; `medium` where nothing is said. */
  readonly severity?: Readonly<Record<string, Severity>>
  /** Whether what is live at a path opens the object to everyone: such drift is critical, whoever declared what. */
  readonly exposes?: (path: string, live: Value) => boolean
  /** How `terraform import` names it, where that is not the identifier. */
  readonly importId?: (id: string, properties: ValueRecord) => string
}

/** How far something other than Terraform may raise a number, as an object says, which may be another one. */
export interface Bound {
  /** Who: `EMR managed scaling`. */
  readonly by: string
  readonly type: ObjectType
  readonly id: string
  /** Canonical paths of its upper bounds; none is exceeded. Where it has none of them, nobody scales. */
  readonly most: readonly string[]
}

/** What becomes of one attribute. */
export type AttributeRule = CompareRule | BlockRule | SkipRule | CustomRule

/**
 * The attribute is the canonical property at `to`, compared by the named normaliser (default: `exact`). A dotted path, which names an
 * element of a list by a member that tells it from the others: `KeySchema[KeyType=HASH].AttributeName`.
 */
export interface CompareRule {
  readonly to: string
  readonly as?: NormalizerName
  /**
   * What AWS means where the property is absent. Where nothing is said, absent equals null, "", [], {} and `false`, never a
   * number or `true`.
   */
  readonly default?: Json
  /** From the provider's value to the canonical one, where names differ (`enabled` to `Enabled`) or units do. Pure; null stays null. */
  readonly value?: (value: Json) => Json
  /** AWS or the provider chooses a value where the configuration sets none: null in the state then says nothing. */
  readonly computed?: true
  readonly controlled?: Controller
}

/** Something other than Terraform moves the value by design: a live value that differs is `controlled`, which is not drift. */
export interface Controller {
  /** Who: `Auto Scaling`. */
  readonly by: string
  /** Between which canonical properties beside this one; outside of them a difference is drift all the same. */
  readonly within?: readonly [min: string, max: string]
  /** Only where this finds both sides equal: another revision, but of the same task definition. */
  readonly sameBy?: NormalizerName
}

/**
 * A nested block. `single`: at most one block, its attributes are compared one by one under `to` ('' keeps the parent's level).
 * `list`, `set`: compared as a whole; with `key` (canonical names) element by element.
 */
export interface BlockRule {
  readonly to: string
  readonly block: 'single' | 'list' | 'set'
  readonly key?: readonly string[]
  readonly of: Readonly<Record<string, AttributeRule>>
  readonly computed?: true
}

export interface SkipRule {
  readonly skip: SkipReason
  /** The reason in words, naming its source: a documentation page, the provider's source file. */
  readonly because: string
}

/** Read by `project`; the text says what for. */
export interface CustomRule {
  readonly custom: string
}

/** The object that the resource belongs to, as far as the resource alone tells. */
export interface OwnTarget {
  readonly id: string | undefined
  readonly location: PartialLocation
}

/** One Terraform resource's share of one canonical object. */
export interface Projection {
  readonly objectType: ObjectType
  readonly id: string
  readonly location: PartialLocation
  readonly properties?: readonly ProjectedProperty[]
  readonly elements?: readonly ProjectedElement[]
  /** Element paths of which this resource claims to declare all: an extra element is drift, not an unmanaged child. */
  readonly exclusive?: readonly string[]
  /**
   * Of `exclusive`, the paths that the provider reads back although other resources may declare their elements (Optional and
   * Computed: `ingress` of aws_security_group). Where another share declares elements at such a path, this one's are an echo, perhaps
   * a stale one: neither they nor the claim count.
   */
  readonly echoes?: readonly string[]
  /** Element paths to which AWS or others add by design (interfaces of a container network): extra elements are nobody's concern. */
  readonly open?: readonly string[]
  /** Tags that the resource declares on this object. */
  readonly tags?: ProjectedTags
  /**
   * The provider reads back what the object's own resource, where there is one, declares (volumes attached to an instance): this
   * projection then is an echo, perhaps a stale one, and does not count.
   */
  readonly yields?: true
  /** The resource exists as this part alone: where none of it is live, the resource is missing. */
  readonly wholeResource?: true
}

export interface ProjectedTags {
  readonly value: Value
  readonly attribute: string
  /** The object may have others. */
  readonly some?: true
  /** The resource is these tags alone (aws_ec2_tag): what the object's own resource recorded of them is an echo. */
  readonly own?: true
}

export interface ProjectedProperty {
  readonly path: string
  readonly value: Value
  /** The Terraform attribute path that declares it. */
  readonly attribute: string
  readonly as?: NormalizerName
  readonly default?: Json
  readonly computed?: true
  readonly controlled?: Controller
}

/** One element of a collection that several resources may share: a rule of a security group, a policy of a role. */
export interface ProjectedElement {
  readonly path: string
  readonly element: Value
  readonly attribute: string
  /** Compares two whole elements; default `exact`. */
  readonly as?: NormalizerName
  /**
   * Members that say which element it is. An unequal live element with the same ones is this one, changed: the members that differ
   * are reported one by one, instead of one element that is gone and one that is new.
   */
  readonly key?: readonly string[]
  /**
   * Only names an element that another resource is meant to declare (aws_iam_role_policies_exclusive): it counts where none does, and
   * otherwise just says that the element is no extra.
   */
  readonly secondary?: true
}
