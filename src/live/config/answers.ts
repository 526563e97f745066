import type {Gap, GapReason} from '../../model/gap.ts'
import type {LiveEvent, LivePage} from '../../model/live.ts'
import type {Location} from '../../model/location.ts'
import type {WantedType} from '../reader.ts'
import type {Failure} from '../../aws/call.ts'
import {liveObjectOf, type ConfigItem} from './item.ts'
import {configTypeOf, seesOf} from './types.ts'

const examplesShown = 5

/** What Config has said of one type in one place so far, and what follows from it once all has been said. */
export class Answers {
  readonly #wanted: WantedType
  readonly #location: Location
  readonly #seen = new Set<string>()
  readonly #unread = new Map<GapReason, {readonly detail: string; readonly ids: string[]}>()

  constructor(wanted: WantedType, location: Location) {
    this.#wanted = wanted
    this.#location = location
  }

  /** The object of an item; nothing for one that is gone, cannot be read, or came before (a query that failed half-way is repeated). */
  take(item: ConfigItem): LiveEvent | undefined {
    if (this.#seen.has(item.resourceId)) return undefined
    this.#seen.add(item.resourceId)
    const event = liveObjectOf(item, this.#location)
    if (event?.kind !== 'gap') return event
    this.miss(event.gap.reason, event.gap.detail, [item.resourceId])
    return undefined
  }

  miss(reason: GapReason, detail: string, ids: readonly string[]): void {
    const entry = this.#unread.get(reason)
    if (entry) entry.ids.push(...ids)
    else this.#unread.set(reason, {detail, ids: [...ids]})
    for (const id of ids) this.#seen.add(id)
  }

  /** Config named no object of the type at all. */
  get none(): boolean {
    return this.#seen.size === 0
  }

  /** The type was read to the end. */
  end(daily: boolean): LivePage {
    const {type} = this.#wanted
    const gaps = [...this.#unread].map(([reason, {detail, ids}]) => this.#gap({reason, detail}, ids))
    // No document of the type can be read, so nothing was.
    if (this.#unread.has('unsupported-type')) return gaps
    const unread = [...this.#unread.values()].flatMap(({ids}) => ids)
    const sees = seesOf(configTypeOf(type))
    const scope = {type, location: this.#location, reader: 'config', sees} as const
    return [
      ...gaps,
      {kind: 'scope', scope: {...scope, ...(unread.length > 0 ? {unread} : {}), ...(daily ? {daily} : {})}},
      ...(daily ? [this.#gap({reason: 'stale', detail: dailyRecording}, this.#wanted.declaredIds)] : []),
    ]
  }

  /** The type was not read, or not to the end. */
  fail(failure: Failure): LivePage {
    return [this.#gap(failure, this.#wanted.declaredIds)]
  }

  #gap(failure: Failure, ids: readonly string[]): LiveEvent {
    const hides = {count: ids.length, examples: ids.slice(0, examplesShown)}
    return {kind: 'gap', gap: {...failure, type: this.#wanted.type, location: this.#location, hides} satisfies Gap}
  }
}

const dailyRecording =
  'AWS Config records this type once a day, so what changed in the last 24 hours may not be there yet.'
