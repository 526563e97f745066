import type {Arn} from './arn.ts'
import type {Gap} from './gap.ts'
import type {Location} from './location.ts'
import type {ValueRecord} from './value.ts'

/** Who answered. */
export type ReaderName = 'config' | 'config-aggregator' | 'cloud-control' | 'service' | 'tagging' | 'resource-explorer'

/** A CloudFormation resource type name: `AWS::EC2::Instance`. */
export type ObjectType = string

/** One AWS object in canonical form: the CloudFormation resource schema's property names and nesting. */
export interface LiveObject {
  readonly type: ObjectType
  /** The CloudFormation primary identifier, its parts joined by `|`. */
  readonly id: string
  readonly location: Location
  readonly arn?: Arn
  readonly name?: string
  readonly properties: ValueRecord
  /** All tags, `aws:` ones included; absent where the reader could not see tags (which is not the same as none). */
  readonly tags?: Readonly<Record<string, string>>
  readonly reader: ReaderName
  /** ISO 8601, UTC: when AWS looked (Config) or answered (all others). */
  readonly capturedAt?: string
  /** When the object itself was made, ISO 8601; absent where the reader does not say. */
  readonly createdAt?: string
  /**
   * Canonical paths that the scope's reader can see in general but not in this object (an older recording lacks the property, a
   * stopped instance has no public address): they are not compared.
   */
  readonly unseen?: readonly string[]
  /** Set while the object still shows up but is on its way out (`terminated`, `PendingDeletion`). */
  readonly deleting?: string
}

/**
 * One type in one place was read to the end: an object that is not among the answers is not there.
 * A place that is neither in a scope nor in a gap was never looked at.
 */
export interface ReadScope {
  readonly type: ObjectType
  readonly location: Location
  readonly reader: ReaderName
  /**
   * The canonical properties that this reader can see of this type, by dotted path; a property outside is not compared.
   * `*` means all but write-only ones: the reader answers in the CloudFormation schema.
   */
  readonly sees: readonly string[] | '*'
  /** Identifiers of objects that are there but whose documents could not be read: neither missing nor comparable. */
  readonly unread?: readonly string[]
  /** Only the declared objects were asked for one by one, so nothing can be said of unmanaged ones. */
  readonly declaredOnly?: true
  /** Which those were, where only declared ones were asked for: whether any other is there is not known. */
  readonly asked?: readonly string[]
  /** What it says may be a day old, whatever the objects say. */
  readonly daily?: true
  /** Why this reader and no other, in words. */
  readonly because?: string
}

/** What a live reader yields, in any order; a snapshot file holds the same events. */
export type LiveEvent =
  | {readonly kind: 'object'; readonly object: LiveObject}
  | {readonly kind: 'scope'; readonly scope: ReadScope}
  | {readonly kind: 'gap'; readonly gap: Gap}
  /** Tags of an ARN from a source that knows nothing else of the object (the Tagging API). */
  | {readonly kind: 'tags'; readonly arn: Arn; readonly tags: Readonly<Record<string, string>>}
  /**
   * The Tagging API was read to the end in one place. It never returns what was never tagged, so an object there of a type that it
   * supports, known from another reader and without a `tags` event, has no tags.
   */
  | {readonly kind: 'tagging-scope'; readonly location: Location}

/** Events that came together, in their order: of one answer of AWS, or of some lines of a file. Never empty. */
export type LivePage = readonly LiveEvent[]
