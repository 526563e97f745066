import type {Catalog} from '../catalog/catalog.ts'
import type {AccountJoins} from '../join/account-joins.ts'
import type {Joined, JoinedObject} from '../join/joined.ts'
import {LiveIndex} from '../join/live-index.ts'
import type {AwsSide} from '../live/open-aws.ts'
import type {DeclaredResource} from '../model/declared.ts'
import type {Gap} from '../model/gap.ts'
import {confirmedDrift} from './confirm.ts'
import {sorted} from './entangled.ts'
import type {AccountSide} from './open-accounts.ts'
import {takesObject, type Narrowed} from './narrowed.ts'
import type {Selector} from './selected.ts'
import type {Judged, Stages} from './stages.ts'

/** What judging takes besides objects. */
interface Means {
  readonly catalog: Catalog
  readonly stages: Stages
  readonly narrowed: Narrowed | undefined
  /** Learns of each object before it is let go of. */
  readonly selector: Pick<Selector, 'meet'>
  readonly reread: AwsSide['reread'] | undefined
  /** When each state was written, by its name. */
  readonly writtenAt: ReadonlyMap<string, string>
}

/** Accounts that are judged at the same time: what differs in them may be looked at once more, which takes calls. */
const judgedAtOnce = 8

/**
 * Joins and judges account by account, and lets each go: memory holds those that are being read, and what several of them have to be seen
 * together for. In whatever order accounts come, and were they all one, the result is the same.
 */
export class AccountScan {
  readonly #joins: AccountJoins
  readonly #means: Means
  readonly #rest = new LiveIndex()
  readonly #deferred: JoinedObject[] = []
  readonly #background: JoinedObject[] = []
  readonly #running = new Set<Promise<void>>()
  #objects = 0

  constructor(joins: AccountJoins, means: Means) {
    this.#joins = joins
    this.#means = means
  }

  /** While the first account is being read. */
  prepare(): void {
    this.#joins.prepare()
  }

  /** Takes an account that was read; each but once. */
  async take({account, index}: AccountSide): Promise<void> {
    const objects = this.#wanted(this.#joins.join(account, index))
    const {settled, deferred, background} = sorted(objects, index, this.#joins, this.#means.catalog)
    this.#rest.absorb(index, (object) => this.#joins.isOpen(object))
    this.#deferred.push(...deferred)
    this.#background.push(...background)
    while (this.#running.size >= judgedAtOnce) await Promise.race(this.#running)
    const judged = this.#judge(settled, deferred)
    this.#running.add(judged)
    const ended = (): boolean => this.#running.delete(judged)
    // One that fails stays, for whoever waits to be told.
    judged.then(ended, () => undefined)
  }

  /**
   * What is left: accounts that nobody read, and what crosses accounts.
   *
   * @param common what was said of no account
   */
  async finish(common: LiveIndex): Promise<{
    readonly joined: Omit<Joined, 'objects'>
    readonly judged: Judged
    readonly liveGaps: readonly Gap[]
    readonly isAny: boolean
  }> {
    this.#rest.absorb(common, () => true)
    const {objects, ...joined} = this.#joins.rest(this.#rest)
    await Promise.all(this.#running)
    await this.#judge([...this.#wanted(objects), ...this.#deferred], [], this.#background)
    return {
      joined,
      judged: this.#means.stages.result(joined.unjoined),
      liveGaps: this.#rest.gaps,
      isAny: joined.counts.declared > 0 || this.#objects > 0,
    }
  }

  #wanted(objects: readonly JoinedObject[]): readonly JoinedObject[] {
    const {narrowed} = this.#means
    const wanted = narrowed ? objects.filter((object) => takesObject(narrowed, object)) : objects
    this.#objects += wanted.length
    return wanted
  }

  async #judge(
    objects: readonly JoinedObject[],
    deferred: readonly JoinedObject[],
    background: readonly JoinedObject[] = [],
  ): Promise<void> {
    const {catalog, reread, writtenAt, stages, selector} = this.#means
    selector.meet(objects)
    // What is deferred is still what these may belong to.
    const around = [...background, ...deferred]
    const confirmed = await confirmedDrift(objects, {reread, catalog, writtenAt, background: around})
    await stages.add(confirmed, around, () => this.#pending())
  }

  /** Resources of which something is still to come. */
  #pending(): ReadonlySet<DeclaredResource> {
    const deferred = this.#deferred.flatMap(({shares}) => shares.map(({resource}) => resource))
    return new Set([...this.#joins.pending(), ...deferred])
  }
}
