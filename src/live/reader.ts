import type {LiveEvent, ObjectType, ReaderName} from '../model/live.ts'
import type {Location} from '../model/location.ts'

/**
 * A live source of AWS objects. Config is one, Cloud Control and the service APIs are the next; each is a folder `live/<name>/`,
 * registered by one line in `live/readers.ts`, with its AWS actions in `aws/permissions.ts`. A reader never throws for what AWS
 * refuses: a denied, throttled or failed part becomes a gap event, the rest goes on. It throws only for our own faults.
 */
export interface Reader {
  readonly name: ReaderName
  read(request: ReadRequest): AsyncIterable<LiveEvent>
}

/** What a scan wants to know of one place. */
export interface ReadRequest {
  readonly location: Location
  readonly types: readonly WantedType[]
  /** Ctrl-C, or the run's time limit. */
  readonly signal: AbortSignal
}

export interface WantedType {
  readonly type: ObjectType
  /** Primary identifiers of the declared objects; a reader that can only get by id reads these. */
  readonly declaredIds: readonly string[]
  /** Whether objects that nobody declared are of interest. */
  readonly unmanaged: boolean
}
