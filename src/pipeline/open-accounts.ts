import {LiveIndex} from '../join/live-index.ts'
import {Packing, type Kept} from '../join/packing.ts'
import {accountOf} from '../live/account-of.ts'
import type {LiveEvent, LiveObject} from '../model/live.ts'

/** One account, read to its end. */
export interface AccountSide {
  readonly account: string
  readonly index: LiveIndex
}

interface OpenAccount {
  readonly index: LiveIndex
  /** Objects that came later than those of the index. */
  readonly packed: Kept<LiveObject>[]
  readonly packing: Packing<LiveObject>
}

/** What was said so far of accounts that are still being read. */
export class OpenAccounts {
  readonly #common: LiveIndex
  readonly #open = new Map<string, OpenAccount>()
  readonly #packedFrom: number
  #objects = 0

  /**
   * @param common takes what is said of no account
   * @param packedFrom how many objects are kept as they are; of more, memory counts for more than the time that it takes to unpack them
   */
  constructor(common: LiveIndex, packedFrom = 15_000) {
    this.#common = common
    this.#packedFrom = packedFrom
  }

  get accounts(): readonly string[] {
    return [...this.#open.keys()]
  }

  add(event: LiveEvent): void {
    const account = accountOf(event)
    if (account === undefined) this.#common.add(event)
    else this.#add(this.#of(account), event)
  }

  /** All that was said of an account; nothing more is kept of it. */
  take(account: string): AccountSide {
    const {index, packed} = this.#of(account)
    this.#open.delete(account)
    this.#objects -= index.count
    for (const object of packed) index.add({kind: 'object', object: object.get()})
    return {account, index}
  }

  #add({index, packed, packing}: OpenAccount, event: LiveEvent): void {
    // A single account is needed whole at its end. Of two readers the later one counts: once an object was packed, those that come later are.
    const isMuch = this.#objects >= this.#packedFrom && this.#open.size > 1
    if (event.kind === 'object' && (packed.length > 0 || isMuch)) {
      packed.push(packing.pack(event.object))
      return
    }
    const before = index.count
    index.add(event)
    this.#objects += index.count - before
  }

  #of(account: string): OpenAccount {
    const known = this.#open.get(account)
    if (known) return known
    const fresh = {index: new LiveIndex(this.#common), packed: [], packing: new Packing<LiveObject>()}
    this.#open.set(account, fresh)
    return fresh
  }
}
