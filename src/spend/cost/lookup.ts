import {ByTypeAndId} from '../../join/by-type-and-id.ts'
import type {JoinedObject} from '../../join/joined.ts'
import {compatible} from '../../join/live-index.ts'
import type {LiveObject, ObjectType} from '../../model/live.ts'
import type {PartialLocation} from '../../model/location.ts'
import type {CostSetting, FunctionUsage} from './cost-model.ts'

/** Objects of a scan by name, by type and place. */
export class Lookup {
  readonly #byId = new ByTypeAndId<JoinedObject[]>()
  readonly #byType: ReadonlyMap<ObjectType, readonly JoinedObject[]>

  constructor(objects: readonly JoinedObject[]) {
    this.#byType = Map.groupBy(objects, ({type}) => type)
    for (const object of objects) {
      const alike = this.#byId.get(object.type, object.id)
      if (alike) alike.push(object)
      else this.#byId.set(object.type, object.id, [object])
    }
  }

  setting({id, location}: JoinedObject, usage?: FunctionUsage): CostSetting {
    return {
      id,
      location,
      find: (type, name) => this.find(type, name, location)?.live,
      all: (type) => this.#all(type, location),
      ...(usage && {usage}),
    }
  }

  /** The object that the identifier may mean in a place of which not all need be known. */
  find(type: ObjectType, id: string, place: PartialLocation): JoinedObject | undefined {
    return this.#byId.get(type, id)?.find(({location}) => compatible(location, place))
  }

  #all(type: ObjectType, {account, region}: PartialLocation): readonly LiveObject[] {
    const alike = this.#byType.get(type) ?? []
    return alike.flatMap(({live}) =>
      live && live.deleting === undefined && live.location.account === account && live.location.region === region
        ? [live]
        : [],
    )
  }
}
