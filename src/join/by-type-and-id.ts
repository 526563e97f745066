import type {ObjectType} from '../model/live.ts'

/** A map by two keys that never joins them into one text: at a hundred thousand objects that is most of a join's time. */
export class ByTypeAndId<V> {
  readonly #maps = new Map<ObjectType, Map<string, V>>()

  get(type: ObjectType, id: string): V | undefined {
    return this.#maps.get(type)?.get(id)
  }

  set(type: ObjectType, id: string, value: V): void {
    const map = this.#maps.get(type)
    if (map) map.set(id, value)
    else this.#maps.set(type, new Map([[id, value]]))
  }

  /** Those of one type. */
  of(type: ObjectType): Iterable<V> {
    return this.#maps.get(type)?.values() ?? []
  }

  *values(): Generator<V> {
    for (const map of this.#maps.values()) yield* map.values()
  }
}
