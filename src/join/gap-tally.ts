import type {DeclaredResource} from '../model/declared.ts'
import {compareText} from '../model/finding.ts'
import type {Gap, GapReason} from '../model/gap.ts'
import type {PartialLocation} from '../model/location.ts'

const examplesShown = 5

interface Entry {
  readonly gap: Omit<Gap, 'hides'>
  /** A resource that spreads over several objects is hidden once. */
  readonly resources: Set<DeclaredResource>
}

/** Gathers hidden resources into one gap for each reason, type and place. */
export class GapTally {
  readonly #entries = new Map<string, Entry>()

  add(reason: GapReason, resource: DeclaredResource, detail: string, location?: PartialLocation): void {
    const key = [reason, resource.type, location?.partition, location?.account, location?.region].join('\n')
    let entry = this.#entries.get(key)
    if (!entry) {
      const gap = {reason, type: resource.type, detail, ...(location === undefined ? {} : {location})}
      this.#entries.set(key, (entry = {gap, resources: new Set()}))
    }
    entry.resources.add(resource)
  }

  list(): readonly Gap[] {
    const keys = [...this.#entries.keys()].toSorted(compareText)
    return keys.flatMap((key) => {
      const entry = this.#entries.get(key)
      return entry ? [{...entry.gap, hides: hiddenOf(entry.resources)}] : []
    })
  }
}

function hiddenOf(resources: ReadonlySet<DeclaredResource>): Gap['hides'] {
  const examples = [...new Set([...resources].map(({address}) => address))].slice(0, examplesShown)
  return {count: resources.size, examples}
}
