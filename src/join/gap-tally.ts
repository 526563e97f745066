import type {DeclaredResource} from '../model/declared.ts'
import {compareText} from '../model/finding.ts'
import type {Gap, GapReason} from '../model/gap.ts'

const examplesShown = 5

interface Entry {
  readonly gap: Omit<Gap, 'hides'>
  /** A resource that spreads over several objects is hidden once. */
  readonly resources: Set<DeclaredResource>
}

/** Gathers hidden resources into one gap for each reason, type and place. */
export class GapTally {
  readonly #entries = new Map<string, Entry>()

  add(
    reason: GapReason,
    resource: DeclaredResource,
    detail: string,
    at: Pick<Gap, 'location' | 'action' | 'grant'> = {},
  ): void {
    const {location} = at
    const key = [reason, resource.type, location?.partition, location?.account, location?.region].join('\n')
    let entry = this.#entries.get(key)
    if (!entry) {
      const gap = {reason, type: resource.type, detail, ...at}
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

/**
 * Gaps of the live side without those of a type in a place that a gap of the declared side repeats: that one names the resources
 * which it hides. One of a whole place stays, for it hides more.
 */
export function withoutEchoes(live: readonly Gap[], declared: readonly Gap[]): readonly Gap[] {
  const told = new Set(declared.map(causeOf))
  return live.filter((gap) => gap.type === undefined || !told.has(causeOf(gap)))
}

function causeOf({reason, detail, action, location: {partition, account, region} = {}}: Gap): string {
  return [reason, detail, action, partition, account, region].join('\n')
}
