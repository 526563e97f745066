import {ByTypeAndId} from '../join/by-type-and-id.ts'
import type {JoinedObject} from '../join/joined.ts'
import type {ObjectType} from '../model/live.ts'

/** Finds another object of the scan, in whatever place. */
export type ObjectFinder = (type: ObjectType, id: string) => JoinedObject | undefined

/** Builds its index when it is first asked: most scans never are. */
export function objectFinder(objects: readonly JoinedObject[]): ObjectFinder {
  let index: ByTypeAndId<JoinedObject> | undefined
  return (type, id) => {
    if (!index) {
      index = new ByTypeAndId()
      for (const object of objects) index.set(object.type, object.id, object)
    }
    return index.get(type, id)
  }
}
