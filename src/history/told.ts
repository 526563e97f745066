import type {RunName} from './run-file.ts'
import {channels, type Channel} from '../model/channel.ts'
import type {HistoryStore} from './store.ts'

const toldFolder = 'told'

/** A claim that nobody has ended by then is of a run that was killed. */
const claimLastsMs = 15 * 60_000

/** Who is told: one channel, of one scope. */
export interface Listener {
  readonly channel: Channel
  readonly scope: string
}

/** The sole right to tell what changed since a run. */
export interface Claim {
  /** File of the run that was told last; absent where none was. */
  readonly after?: string
  readonly attempt: number
}

/**
 * What was told lies beside the runs: `RUN.told` where a run was told of, and before that `AFTER.N.claim`, which one of several runs at
 * once can create, and `AFTER.N.failed` where nothing came of it. Files are only ever added.
 */
export class Told {
  readonly #store: HistoryStore
  readonly #folder: string
  readonly #files: ReadonlyMap<string, Date>

  private constructor(store: HistoryStore, folder: string, files: ReadonlyMap<string, Date>) {
    this.#store = store
    this.#folder = folder
    this.#files = files
  }

  static async open(store: HistoryStore, {channel, scope}: Listener): Promise<Told> {
    const folder = `${toldFolder}/${channel}-${scope}`
    const files = await store.list(folder)
    return new Told(store, folder, new Map(files.map(({name, modified}) => [name, modified])))
  }

  /** File of the newest run that was told of. */
  get last(): string | undefined {
    const files = [...this.#files.keys()].flatMap((name) => (name.endsWith('.told') ? [name.slice(0, -5)] : []))
    return files.toSorted().at(-1)
  }

  /** @returns undefined where another run has it */
  async claim({file}: RunName, now: Date): Promise<Claim | undefined> {
    const {last: after} = this
    const stem = after ?? 'first'
    const attempts = [...this.#files.keys()].flatMap((name) => {
      const number = name.startsWith(`${stem}.`) ? /^(\d+)\.claim$/.exec(name.slice(stem.length + 1))?.[1] : undefined
      return number === undefined ? [] : [Number(number)]
    })
    const latest = Math.max(0, ...attempts)
    if (latest > 0 && this.#isHeld(`${stem}.${latest}`, now)) return undefined
    const attempt = latest + 1
    const isOurs = await this.#store.create(`${this.#folder}/${stem}.${attempt}.claim`, note({run: file, at: now}))
    return isOurs ? {...(after !== undefined && {after}), attempt} : undefined
  }

  async done({file}: RunName, key: string): Promise<void> {
    await this.#store.create(`${this.#folder}/${file}.told`, note({key}))
  }

  async failed({after = 'first', attempt}: Claim): Promise<void> {
    await this.#store.create(`${this.#folder}/${after}.${attempt}.failed`, note({}))
  }

  #isHeld(claim: string, now: Date): boolean {
    if (this.#files.has(`${claim}.failed`)) return false
    const since = this.#files.get(`${claim}.claim`)
    return since !== undefined && now.getTime() - since.getTime() < claimLastsMs
  }
}

/** For people who look into the folder; nothing of it is read again. */
function note(content: object): Uint8Array {
  return Buffer.from(`${JSON.stringify(content)}\n`)
}

/** Files of runs that somebody was told of last: what comes next is compared with them. */
export async function lastTold(store: HistoryStore, names: readonly RunName[]): Promise<ReadonlySet<string>> {
  const scopes = [...new Set(names.map(({scope}) => scope))]
  const listeners = scopes.flatMap((scope) => channels.map((channel) => ({channel, scope})))
  const told = await Promise.all(listeners.map(async (listener) => (await Told.open(store, listener)).last))
  return new Set(told.filter((file) => file !== undefined))
}
