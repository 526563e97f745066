import type {DeclaredResource} from '../model/declared.ts'
import {compareText} from '../model/finding.ts'
import type {Gap, GapReason} from '../model/gap.ts'

const examplesShown = 5

interface Entry {
  /** Of several details the first by text, whatever came first. */
  gap: Omit<Gap, 'hides'>
  /** By where each is recorded: a resource that spreads over several objects is hidden once. */
  readonly addresses: Map<string, string>
}

/** Gathers hidden resources into one gap for each reason, type and place. Keeps their addresses alone. */
export class GapTally {
  readonly #entries = new Map<string, Entry>()

  add(
    reason: GapReason,
    resource: DeclaredResource,
    detail: string,
    at: Pick<Gap, 'location' | 'action' | 'grant'> = {},
  ): void {
    const {location} = at
    const gapOf = () => ({reason, type: resource.type, detail, ...at})
    const key = [reason, resource.type, location?.partition, location?.account, location?.region].join('\n')
    let entry = this.#entries.get(key)
    if (!entry) this.#entries.set(key, (entry = {gap: gapOf(), addresses: new Map()}))
    else if (compareText(detail, entry.gap.detail) < 0) entry.gap = gapOf()
    const {address, source} = resource
    entry.addresses.set([source.file, source.line, source.column, address].join('\n'), address)
  }

  list(): readonly Gap[] {
    const keys = [...this.#entries.keys()].toSorted(compareText)
    return keys.flatMap((key) => {
      const entry = this.#entries.get(key)
      return entry ? [{...entry.gap, hides: hiddenOf(entry.addresses)}] : []
    })
  }
}

function hiddenOf(addresses: ReadonlyMap<string, string>): Gap['hides'] {
  const examples = [...new Set(addresses.values())].toSorted(compareText).slice(0, examplesShown)
  return {count: addresses.size, examples}
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
