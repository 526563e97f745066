import {mkdir, readFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'

import {writeAtomically} from '../../files/atomic-write.ts'

/** What the price list said of one thing; no amount where it has no price, or several that disagree. */
export interface KeptPrice {
  readonly amount?: string
  readonly currency?: string
  /** When it was asked, ISO 8601. */
  readonly readAt: string
}

const version = 1
/** List prices move a few times a year. */
const longestKept = 7 * 86_400_000

/** Prices by key, in one file of the cache folder; without a folder nothing is kept. */
export class PriceCache {
  readonly #file: string | undefined
  /** The clock of the run. */
  readonly now: Date
  readonly #prices: Map<string, KeptPrice>
  #isChanged = false

  private constructor(file: string | undefined, now: Date, prices: Map<string, KeptPrice>) {
    this.#file = file
    this.now = now
    this.#prices = prices
  }

  /** A file that is torn, or of another version, counts as none: all can be asked again. */
  static async open(folder: string | undefined, partition: string, now: Date): Promise<PriceCache> {
    if (folder === undefined) return new PriceCache(undefined, now, new Map())
    const file = join(folder, 'prices', `${partition}.json`)
    return new PriceCache(file, now, await kept(file))
  }

  get(key: string): KeptPrice | undefined {
    const price = this.#prices.get(key)
    const age = price && this.now.getTime() - Date.parse(price.readAt)
    return age !== undefined && age >= 0 && age < longestKept ? price : undefined
  }

  set(key: string, price: Omit<KeptPrice, 'readAt'>): KeptPrice {
    const entry = {...price, readAt: this.now.toISOString()}
    this.#prices.set(key, entry)
    this.#isChanged = true
    return entry
  }

  /** A folder that cannot be written costs the next run its time, and this one nothing. */
  async save(): Promise<void> {
    if (this.#file === undefined || !this.#isChanged) return
    const prices = Object.fromEntries([...this.#prices].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    const text = `${JSON.stringify({version, prices}, undefined, 1)}\n`
    try {
      await mkdir(dirname(this.#file), {recursive: true})
      await writeAtomically(this.#file, text)
    } catch {
      // Nothing is lost that cannot be asked again.
    }
  }
}

async function kept(file: string): Promise<Map<string, KeptPrice>> {
  try {
    const content = JSON.parse(await readFile(file, 'utf8')) as {version?: unknown; prices?: Record<string, KeptPrice>}
    return new Map(content.version === version ? Object.entries(content.prices ?? {}) : [])
  } catch {
    return new Map()
  }
}
