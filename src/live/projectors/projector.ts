import type {LiveObject, ObjectType, ReadScope} from '../../model/live.ts'
import type {Json} from '../../model/value.ts'

/**
 * From a service's own document to the canonical form, for the types that AWS Config keeps in the legacy camelCase Describe shape
 * (https://docs.aws.amazon.com/config/latest/developerguide/resource-config-reference.html). One file
 * `live/projectors/<service>-<type>.ts` each, registered in `live/projectors/index.ts`. The service API readers lower-case the first
 * letter of their keys and use the same projectors.
 */
export interface Projector {
  readonly objectType: ObjectType
  /** Dotted canonical paths that the document can show, `*` for all; a property that is not among them is never compared. */
  readonly sees: ReadScope['sees']
  project(document: ServiceDocument): Projected
}

export interface ServiceDocument {
  readonly resourceId: string
  readonly resourceName?: string
  readonly arn?: string
  /** Decoded: Config may deliver it as a JSON string. */
  readonly configuration: JsonRecord
  /** The item's own tags, where Config gives them beside the document. */
  readonly tags?: Json
  /** Values decoded (once or twice: access control lists are doubly encoded); empty where there is none. */
  readonly supplementary: JsonRecord
}

export type JsonRecord = {readonly [key: string]: Json}

/** What a projector knows of the object; the reader adds location, tags and times. */
export type Projected = Pick<LiveObject, 'id' | 'properties'> &
  Partial<Pick<LiveObject, 'arn' | 'name' | 'tags' | 'createdAt' | 'deleting' | 'unseen'>>
