import type {LivePage, ObjectType, ReaderName} from '../model/live.ts'
import type {Location} from '../model/location.ts'
import type {Clock} from '../model/surroundings.ts'
import type {Ability, ObjectReader} from './abilities.ts'

/**
 * A live source: each is a folder `live/<name>/`, registered by one line in `live/readers.ts`, with its AWS actions in
 * `aws/permissions.ts`. A reader never throws for what AWS refuses: a denied, throttled or failed part becomes a gap event, the rest
 * goes on. It throws only for our own faults.
 */
export interface Reader {
  readonly name: ReaderName
  /** A page for each answer of AWS, so that many events cost one wait; nothing more is held back. */
  read(request: ReadRequest): AsyncIterable<LivePage>
}

/**
 * A source of objects. For each type that it is asked for, it gives a scope, in the end, or gaps of that type which say why not: the
 * next reader is then asked for the type (`read-types.ts`).
 */
export interface ObjectSource extends Reader {
  readonly name: ObjectReader
  /** Whether it can answer for a type in a place; asked before anything is read, so it may cost a few calls a region, not a type. */
  ability(wanted: WantedType, location: Location, signal: AbortSignal): Promise<Ability>
  /**
   * How many objects of these types it has in a place, whoever declared them: the most pages that a scan would ask for, in an estimate.
   * Costs a call or two a region; undefined where it cannot tell.
   */
  howMany?(types: readonly ObjectType[], location: Location, signal: AbortSignal): Promise<number | undefined>
}

/** What a scan wants to know of one place. */
export interface ReadRequest {
  readonly location: Location
  readonly types: readonly WantedType[]
  /** Ctrl-C, or the run's time limit. */
  readonly signal: AbortSignal
  /** For readers whose answers do not say when AWS looked: it is when they come. */
  readonly clock?: Clock | undefined
}

export interface WantedType {
  readonly type: ObjectType
  /** Primary identifiers of the declared objects; a reader that can only get by id reads these. */
  readonly declaredIds: readonly string[]
  /** Properties that resources of their own declare on these objects: a reader that does not show them leaves them out. */
  readonly needs?: readonly string[]
  /** Whether objects that nobody declared are of interest. */
  readonly unmanaged: boolean
  /**
   * Those that are declared in whole or in part, which follow-up calls are worth; of the others it is enough who they are, what tags
   * they have and what a list shows of them. Default: all.
   */
  readonly detailedIds?: readonly string[]
}
