import type {LiveObject, LivePage, ObjectType} from '../../model/live.ts'
import type {ClientSettings} from '../../aws/session.ts'
import type {Tags} from '../config/item-tags.ts'
import type {JsonRecord} from '../projectors/projector.ts'
import type {WantedType} from '../reader.ts'
import type {Place, SdkClient} from './place.ts'

/** One object type as the reader of service APIs sees it: what `serviceType` makes of a `TypeSpec`. */
export interface ServiceType {
  readonly objectType: ObjectType
  readonly sees: readonly string[]
  /** Whether all objects of a place can be listed. */
  readonly lists: boolean
  read(place: Place, wanted: WantedType): AsyncGenerator<LivePage>
}

/**
 * How a service answers for one object type. A value in a file of its own, `live/service/<service>/<type>.ts`, registered by one line in
 * `live/service/index.ts`; its calls go into `aws/permissions.ts`. At least one of `list` and `get` is there.
 */
export interface TypeSpec<Client extends SdkClient, Item extends object> {
  readonly objectType: ObjectType
  readonly client: ClientKind<Client>
  /**
   * Canonical paths that `object` can show, never `*`: what is not among them is not compared. Those of the parts are added.
   */
  readonly sees: readonly string[]
  /** All objects of a place, a page at a time; where the answers are too poor, identifiers instead, which `get` takes. */
  readonly list?: (client: Client, place: Place) => AsyncIterable<readonly (Item | string)[]>
  /** The list leaves out what the caller may not see, without a word: declared objects that it lacks are asked for one by one. */
  readonly listHides?: true
  /** The objects with these primary identifiers that exist, in any order; at most `size` are asked for in one call. */
  readonly get?: {
    readonly size: number
    readonly read: (client: Client, ids: readonly string[], place: Place) => Promise<readonly Item[]>
  }
  readonly object: (item: Item, place: Place) => ServiceObject
  readonly parts?: readonly Part<Client, Item>[]
}

export type ClientKind<Client> = new (settings: ClientSettings) => Client

/** What an answer tells of an object; place and reader are added. */
export type ServiceObject = Omit<LiveObject, 'type' | 'location' | 'reader'>

/** A follow-up call that completes an object. Where AWS refuses it, what it shows is unseen and a gap says so. */
export interface Part<Client extends SdkClient, Item extends object> {
  /** Canonical paths of the properties that it gives; none where it gives tags alone. */
  readonly shows: readonly string[]
  /** For which objects at all; the others are complete without. */
  readonly when?: (item: Item) => boolean
  /** How many objects one call answers for; default 1. */
  readonly size?: number
  /** @returns what it tells of each item, in the order of `items` */
  readonly read: (client: Client, items: readonly Item[], place: Place) => Promise<readonly PartAnswer[]>
}

export interface PartAnswer {
  readonly properties?: JsonRecord
  /** Of what the part shows in general, what it cannot show of this object. */
  readonly unseen?: readonly string[]
  readonly tags?: Tags
}
