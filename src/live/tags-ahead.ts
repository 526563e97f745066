import type {Sessions} from '../aws/sessions.ts'
import type {LivePage} from '../model/live.ts'
import type {Location} from '../model/location.ts'
import type {Keeper} from './kept/keeper.ts'
import {openTagging} from './readers.ts'

/**
 * Tags that are read before it is known what else a place will be asked for: they are asked of every place, and depend on nothing
 * else. What comes of a reading that failed is forgotten, for the place to be asked again.
 */
export class TagsAhead {
  readonly #sessions: Sessions
  readonly #keeper: Keeper | undefined
  readonly #signal: AbortSignal
  readonly #readings = new Map<string, Promise<readonly LivePage[] | undefined>>()

  constructor(sessions: Sessions, keeper: Keeper | undefined, signal: AbortSignal) {
    this.#sessions = sessions
    this.#keeper = keeper
    this.#signal = signal
  }

  expect(location: Location): void {
    const key = keyOf(location)
    if (!this.#readings.has(key))
      this.#readings.set(
        key,
        this.#read(location).catch(() => undefined),
      )
  }

  /** What was read ahead of a place, once; undefined where nothing was. */
  async take(location: Location): Promise<readonly LivePage[] | undefined> {
    const key = keyOf(location)
    const reading = this.#readings.get(key)
    this.#readings.delete(key)
    return reading
  }

  async #read(location: Location): Promise<readonly LivePage[] | undefined> {
    const signal = this.#signal
    const tagging = await openTagging(await this.#sessions.of(location.account))
    const question = {kind: 'tags', location, types: [], choice: 'auto', regions: []} as const
    const read = () => tagging.read({location, types: [], signal})
    const pages: LivePage[] = []
    for await (const page of this.#keeper?.reading(question, read) ?? read()) {
      if (page.some(({kind}) => kind === 'gap')) return undefined
      pages.push(page)
    }
    return pages
  }
}

function keyOf({account, region}: Location): string {
  return `${account} ${region}`
}
