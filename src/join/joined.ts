import type {Projection, TerraformType} from '../catalog/entry.ts'
import type {DeclaredResource} from '../model/declared.ts'
import type {Gap, GapReason} from '../model/gap.ts'
import type {LiveObject, ObjectType, ReadScope} from '../model/live.ts'
import type {PartialLocation} from '../model/location.ts'

/** One AWS object with everything that is declared of it and what is live: the input of drift, tags and spend alike. */
export interface JoinedObject {
  readonly type: ObjectType
  readonly id: string
  readonly location: PartialLocation
  /** Empty for an object that nobody declared. */
  readonly shares: readonly Share[]
  readonly live?: LiveObject
  /** The scope that answered, or, where there is no live object, that says it is not there. */
  readonly scope?: ReadScope
  /** Why nothing can be said of the live side; absent where there is a live object or a scope. */
  readonly notLookedAt?: GapReason
}

/** What one Terraform resource declares of an object. */
export interface Share {
  readonly resource: DeclaredResource
  readonly entry: TerraformType
  /** The same resource as the code declares it, where the code was given. */
  readonly configured?: DeclaredResource
  /** The main share, by the entry's table of attributes; or one of those that `entry.project` made. */
  readonly projection: Projection | 'table'
  /** What that projection would be with what the code sets. */
  readonly inCode?: Projection
  /** Left out of the scan: what it declares is owned, and nothing is said of it. */
  readonly aside?: true
}

/** What was joined. */
export interface Joined {
  /** Declared objects in the order of the declared side, then live ones that nobody declared. */
  readonly objects: readonly JoinedObject[]
  readonly gaps: readonly Gap[]
  readonly counts: JoinCounts
  /** Resources that are part of no object, for what can be said of a resource alone (its tags). */
  readonly unjoined: readonly DeclaredResource[]
}

export interface JoinCounts {
  readonly declared: number
  readonly outOfScope: number
  /** In scope, and left out because somebody asked for it. */
  readonly leftOut: number
}
