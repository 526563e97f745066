import {ByTypeAndId} from '../join/by-type-and-id.ts'
import type {JoinedObject} from '../join/joined.ts'
import {compatible} from '../join/live-index.ts'
import type {ObjectType} from '../model/live.ts'
import type {PartialLocation} from '../model/location.ts'

/** Finds another object of the scan, in a place that does not contradict what is known of the given one: nothing belongs to an object of another account. */
export interface ObjectFinder {
  (type: ObjectType, id: string, place?: PartialLocation): JoinedObject | undefined
  /** All of them, for whoever needs an index of another kind. */
  readonly objects: readonly JoinedObject[]
}

/** Builds its index when it is first asked: most scans never are. */
export function objectFinder(objects: readonly JoinedObject[]): ObjectFinder {
  let index: ByTypeAndId<JoinedObject[]> | undefined
  const find = (type: ObjectType, id: string, place: PartialLocation = {}): JoinedObject | undefined => {
    if (!index) {
      index = new ByTypeAndId()
      for (const object of objects) {
        const alike = index.get(object.type, object.id)
        if (alike) alike.push(object)
        else index.set(object.type, object.id, [object])
      }
    }
    return index.get(type, id)?.findLast(({location}) => compatible(location, place))
  }
  return Object.assign(find, {objects})
}
