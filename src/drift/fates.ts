import type {DeclaredResource} from '../model/declared.ts'

/** What became of a part of a resource. */
export type Fate = 'compared' | 'missing' | 'notLookedAt'

export type FateCounts = Readonly<Record<Fate, number>>

/** What became of resources. Each counts once: one that spreads over several objects is compared where any of them was, else missing. */
export class Fates {
  readonly #open = new Map<DeclaredResource, Fate>()
  readonly #settled: Record<Fate, number> = {compared: 0, missing: 0, notLookedAt: 0}

  add(resource: DeclaredResource, fate: Fate): void {
    const known = this.#open.get(resource)
    if (known === undefined || rank[fate] < rank[known]) this.#open.set(resource, fate)
  }

  absorb(other: Fates): void {
    for (const [resource, fate] of other.#open) this.add(resource, fate)
    for (const fate of fates) this.#settled[fate] += other.#settled[fate]
  }

  /** Lets go of the resources that all is known of. */
  settle(pending: ReadonlySet<DeclaredResource>): void {
    for (const [resource, fate] of this.#open) {
      if (pending.has(resource)) continue
      this.#settled[fate] += 1
      this.#open.delete(resource)
    }
  }

  counts(): FateCounts {
    const counts = {...this.#settled}
    for (const fate of this.#open.values()) counts[fate] += 1
    return counts
  }
}

const fates = ['compared', 'missing', 'notLookedAt'] as const
const rank: FateCounts = {compared: 0, missing: 1, notLookedAt: 2}
