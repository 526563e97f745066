import type {Catalog} from '../catalog/catalog.ts'
import type {DeclaredResource} from '../model/declared.ts'
import type {LiveObject, ObjectType} from '../model/live.ts'
import type {PartialLocation} from '../model/location.ts'
import {Crossing} from './crossing.ts'
import type {GapTally} from './gap-tally.ts'
import {Grouping, type Group} from './grouping.ts'
import type {Joined, JoinCounts, JoinedObject} from './joined.ts'
import type {LiveIndex} from './live-index.ts'
import type {Placed, PlacedShare, Shares} from './shares.ts'

/** The declared side, as the joiner took it in. */
export interface Declared {
  readonly placed: readonly Placed[]
  readonly gaps: GapTally
  readonly unjoined: DeclaredResource[]
  readonly counts: JoinCounts
}

interface Held {
  readonly placed: PlacedShare
  readonly ordinal: number
}

/**
 * A join account by account: each is let go of when it is joined. What accounts have to be seen together for is held back, to be joined
 * with the rest; whatever the order of the accounts, the objects of all together are those of one join of everything.
 */
export class AccountJoins {
  readonly #catalog: Catalog
  readonly #shares: Shares
  readonly #gaps: GapTally
  readonly #unjoined: DeclaredResource[]
  readonly #counts: JoinCounts
  readonly #byHome: Map<string | undefined, readonly Placed[]>
  #known: Crossing | undefined
  readonly #proven = new Set<ObjectType>()
  readonly #held: Held[] = []
  readonly #undecided: Group[] = []

  constructor(catalog: Catalog, shares: Shares, {placed, gaps, unjoined, counts}: Declared) {
    this.#catalog = catalog
    this.#shares = shares
    this.#gaps = gaps
    this.#unjoined = unjoined
    this.#counts = counts
    this.#byHome = Map.groupBy(placed, (each) => shares.locationOf(each).account)
  }

  /** While nothing can be joined yet: what has to be learned of all that is declared is learned. */
  prepare(): void {
    this.#known ??= this.#learned()
  }

  /** What an account decides by itself; each but once. */
  join(account: string, live: LiveIndex): readonly JoinedObject[] {
    const grouping = new Grouping(this.#catalog, live, this.#proven)
    for (const declared of this.#byHome.get(account) ?? []) {
      for (const placed of this.#sharesOf(declared, {})) {
        if (this.#crossing.has(placed.type, placed.id)) this.#held.push({placed, ordinal: declared.ordinal})
        else grouping.add(placed)
      }
    }
    this.#byHome.delete(account)
    const {objects, undecided} = grouping.objects(this.#gaps, 'one-account')
    for (const group of undecided) this.#undecided.push(group)
    return [...objects, ...unclaimed(live, (object) => grouping.claims(object) || this.isOpen(object))]
  }

  /** Whether an object of an account that was read is left for the rest. */
  isOpen({type, id, location}: LiveObject): boolean {
    return this.#crossing.concerns(type, id, location.account)
  }

  /** Whether it takes several accounts to say what becomes of an object of this name. */
  isCrossing(type: ObjectType, id: string): boolean {
    return this.#crossing.has(type, id)
  }

  /** Whether there is anything of which that is so. */
  get anyCrossing(): boolean {
    return this.#crossing.any
  }

  /** Resources of which something is still to be joined. */
  pending(): ReadonlySet<DeclaredResource> {
    const held = this.#held.map(({placed}) => placed.share)
    const shares = [...held, ...this.#undecided.flatMap((group) => group.shares)]
    return new Set(shares.map(({resource}) => resource))
  }

  /**
   * All that is left.
   *
   * @param live with what was left open of the accounts that were joined, and where all of them read
   */
  rest(live: LiveIndex): Joined {
    const grouping = new Grouping(this.#catalog, live, this.#proven)
    for (const group of this.#undecided.splice(0)) grouping.adopt(group)
    const fallback = live.onlyAccount
    const left = [...this.#byHome.values()].flat().flatMap((declared) => {
      return this.#sharesOf(declared, fallback).map((placed): Held => ({placed, ordinal: declared.ordinal}))
    })
    this.#byHome.clear()
    const open = [...this.#held.splice(0), ...left]
    // Which shares are of one object where their places are vague depends on the order.
    for (const {placed} of open.toSorted((a, b) => a.ordinal - b.ordinal)) grouping.add(placed)
    const {objects} = grouping.objects(this.#gaps, 'all')
    return {
      objects: [...objects, ...unclaimed(live, (object) => grouping.claims(object))],
      gaps: this.#gaps.list(),
      counts: this.#counts,
      unjoined: this.#unjoined,
    }
  }

  /** Learned when it is first asked for, of all that was not joined by then. */
  get #crossing(): Crossing {
    return (this.#known ??= this.#learned())
  }

  #learned(): Crossing {
    const crossing = new Crossing(this.#catalog)
    for (const placed of [...this.#byHome.values()].flat()) {
      const {account} = this.#shares.locationOf(placed)
      if (placed.id !== undefined) crossing.learn(placed.entry.objectType, placed.id, account, account)
      for (const {type, id, location} of this.#shares.projected(placed)) {
        crossing.learn(type, id, account, location.account)
      }
    }
    return crossing
  }

  #sharesOf(placed: Placed, fallback: PartialLocation): readonly PlacedShare[] {
    const shares = this.#shares.of(placed, fallback)
    if (shares.length === 0 && !placed.aside) {
      const resource = placed.resource.get()
      this.#unjoined.push(resource)
      this.#gaps.add('identity-unknown', resource, `the state does not say which object ${resource.type} stands for`)
    }
    return shares
  }
}

function* unclaimed(live: LiveIndex, isClaimed: (object: LiveObject) => boolean): Generator<JoinedObject> {
  for (const object of live.objects()) {
    if (isClaimed(object)) continue
    const {type, id, location, reader} = object
    const scope = live.scope(type, location, reader)
    yield {type, id, location, shares: [], live: live.tagged(object), ...(scope === undefined ? {} : {scope})}
  }
}
