import type {Failure} from '../../aws/call.ts'
import type {LiveEvent, LivePage, ReadScope} from '../../model/live.ts'

const examplesShown = 5

/** What could not be read of one type in one place, one gap for each reason, however many objects it concerns. */
export class Tally {
  readonly #scope: ReadScope
  readonly #unread: string[] = []
  readonly #hidden = new Map<string, {readonly failure: Failure; count: number; readonly examples: string[]}>()

  constructor(scope: ReadScope) {
    this.#scope = scope
  }

  /** Objects that are there, but not what they are like. */
  unread(failure: Failure, ids: readonly string[]): void {
    this.#unread.push(...ids)
    this.#note(failure, ids)
  }

  /** Properties of objects that are known otherwise; tags where none is named. */
  unseen(failure: Failure, paths: readonly string[], ids: readonly string[]): void {
    const what = paths.length === 0 ? 'Tags were not read.' : `Not read: ${paths.join(', ')}.`
    this.#note({...failure, detail: `${what} ${failure.detail}`}, ids)
  }

  /**
   * The type was read to the end, unless not a single object could be.
   *
   * @param asked for, where those alone were
   */
  end(objects: number, asked: readonly string[] | undefined): LivePage {
    if (objects === 0 && this.#unread.length > 0) return this.#gaps()
    const unread = this.#unread.length > 0 ? {unread: this.#unread} : {}
    const declared = asked === undefined ? {} : {declaredOnly: true as const, asked}
    return [...this.#gaps(), {kind: 'scope', scope: {...this.#scope, ...unread, ...declared}}]
  }

  /** The type was not read, or not to the end. */
  fail(failure: Failure, declaredIds: readonly string[]): LivePage {
    return [...this.#gaps(), this.#gap(failure, declaredIds.length, declaredIds.slice(0, examplesShown))]
  }

  #note(failure: Failure, ids: readonly string[]): void {
    const key = [failure.reason, failure.action, failure.detail].join('\n')
    const noted = this.#hidden.get(key) ?? {failure, count: 0, examples: []}
    noted.count += ids.length
    noted.examples.push(...ids.slice(0, examplesShown - noted.examples.length))
    this.#hidden.set(key, noted)
  }

  #gaps(): LivePage {
    return [...this.#hidden.values()].map(({failure, count, examples}) => this.#gap(failure, count, examples))
  }

  #gap(failure: Failure, count: number, examples: readonly string[]): LiveEvent {
    const {type, location} = this.#scope
    return {kind: 'gap', gap: {...failure, type, location, hides: {count, examples}}}
  }
}
