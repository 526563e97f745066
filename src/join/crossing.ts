import type {Catalog} from '../catalog/catalog.ts'
import type {ObjectType} from '../model/live.ts'
import {ByTypeAndId} from './by-type-and-id.ts'

/**
 * Which objects no single account decides, learned from what is declared before anything live is known: one that a resource of another
 * account has a part in, one whose account is not known, one that several accounts declare under a name that exists once in a partition.
 */
export class Crossing {
  readonly #catalog: Pick<Catalog, 'facts'>
  readonly #crossing = new ByTypeAndId<true>()
  /** Of types whose identifiers exist once in a partition: the account that declares the object, which may live in another. */
  readonly #homes = new ByTypeAndId<string>()
  /** Whether there is any such object. */
  any = false

  constructor(catalog: Pick<Catalog, 'facts'>) {
    this.#catalog = catalog
  }

  /**
   * @param home the account of the resource's own object
   * @param account that of the object
   */
  learn(type: ObjectType, id: string, home: string | undefined, account: string | undefined): void {
    if (home === undefined || account !== home) this.#cross(type, id)
    else if (this.isOfPartition(type)) {
      const known = this.#homes.get(type, id)
      if (known === undefined) this.#homes.set(type, id, home)
      else if (known !== home) this.#cross(type, id)
    }
  }

  /** Whether accounts have to be seen together to say what an object is. */
  has(type: ObjectType, id: string): boolean {
    return this.any && this.#crossing.get(type, id) === true
  }

  /** Whether a live object of this account may be one that is declared elsewhere. */
  concerns(type: ObjectType, id: string, account: string): boolean {
    if (this.has(type, id)) return true
    const home = this.#homes.get(type, id)
    return home !== undefined && home !== account
  }

  /** Whether an object may live in another account than that which declares it: bucket names know no accounts. */
  isOfPartition(type: ObjectType): boolean {
    return this.#catalog.facts(type)?.idScope === 'partition'
  }

  #cross(type: ObjectType, id: string): void {
    this.any = true
    this.#crossing.set(type, id, true)
  }
}
