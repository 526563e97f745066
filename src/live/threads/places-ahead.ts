import type {AwsSession} from '../../aws/session.ts'
import type {Sessions} from '../../aws/sessions.ts'
import type {Location} from '../../model/location.ts'
import {recordersOf, type Recorder} from '../config/recorder.ts'
import type {Keeper} from '../kept/keeper.ts'
import {PagePacking, type PackedPages, type PageTexts} from '../packed-pages.ts'
import type {AlreadyRead} from '../read-account.ts'
import {openTagging} from '../readers.ts'

interface Means {
  readonly sessions: Sessions
  readonly keeper: Keeper | undefined
  readonly texts: PageTexts
  /** Whether AWS Config will be asked. */
  readonly asksConfig: boolean
}

/**
 * What is asked of every place before it is known what else it will be asked for: its tags, and what AWS Config records there. What
 * comes of a question that failed is forgotten, for the place to be asked again.
 */
export class PlacesAhead implements AlreadyRead {
  readonly #means: Means
  readonly #signal: AbortSignal
  readonly #readings = new Map<string, Promise<readonly PackedPages[] | undefined>>()
  readonly #recorders = new Map<string, Promise<readonly Recorder[] | undefined>>()
  readonly #taken = new Map<string, PackedPages[]>()

  constructor(means: Means, signal: AbortSignal) {
    this.#means = means
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

  async recordersOf(account: string, region: string): Promise<readonly Recorder[] | undefined> {
    const key = keyOf({account, region})
    const recorders = this.#recorders.get(key)
    this.#recorders.delete(key)
    return recorders
  }

  async hasTagsOf(location: Location): Promise<boolean> {
    const key = keyOf(location)
    const pages = await this.#readings.get(key)
    this.#readings.delete(key)
    if (!pages) return false
    const {account} = location
    this.#taken.set(account, [...(this.#taken.get(account) ?? []), ...pages])
    return true
  }

  /** The tags of the places of an account that were asked about, once. */
  take(account: string): readonly PackedPages[] {
    const pages = this.#taken.get(account) ?? []
    this.#taken.delete(account)
    return pages
  }

  async #read(location: Location): Promise<readonly PackedPages[] | undefined> {
    const {sessions, keeper, texts, asksConfig} = this.#means
    const signal = this.#signal
    // Loaded while it is waited for.
    const clients = [...(asksConfig ? [import('@aws-sdk/client-config-service')] : []), import('../tagging/reader.ts')]
    const [session] = await Promise.all([sessions.of(location.account), ...clients])
    if (asksConfig) {
      const recorders = this.#askForRecorders(session, location.region).catch(() => undefined)
      this.#recorders.set(keyOf(location), recorders)
    }
    const tagging = await openTagging(session)
    const question = {kind: 'tags', location, types: [], choice: 'auto', regions: []} as const
    const read = () => tagging.read({location, types: [], signal})
    const pages = new PagePacking()
    for await (const page of keeper?.reading(question, read) ?? read()) {
      if (page.some(({kind}) => kind === 'gap')) return undefined
      pages.add(texts.of(page))
    }
    const packed = pages.take()
    return packed ? [packed] : []
  }

  async #askForRecorders(session: AwsSession, region: string): Promise<readonly Recorder[]> {
    const {ConfigServiceClient} = await import('@aws-sdk/client-config-service')
    return recordersOf(new ConfigServiceClient(session.clientSettings(region)), this.#signal)
  }
}

function keyOf({account, region}: Pick<Location, 'account' | 'region'>): string {
  return `${account} ${region}`
}
