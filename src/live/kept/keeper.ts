import {randomUUID} from 'node:crypto'
import {mkdir, open, readdir, rm, stat, type FileHandle} from 'node:fs/promises'
import {join} from 'node:path'

import type {KeptAnswers} from '../../model/report.ts'
import type {LivePage} from '../../model/live.ts'
import {secretPaths, type SecretPaths} from '../snapshot/secrets.ts'
import {PageTexts} from '../packed-pages.ts'
import {pagesFrom} from '../pages-from.ts'
import type {WantedType} from '../reader.ts'
import {inspectPart, type FoundPart} from './part.ts'
import {partName, type PartQuestion} from './part-name.ts'
import {PartWriter} from './part-writer.ts'
import {replayed} from './replay.ts'
import {endRun, interruptedRun, startRun} from './run-mark.ts'

/** What a run keeps of the answers of AWS, and what it takes of those of earlier runs. */
export interface KeepRequest {
  readonly folder: string
  /** When the run began. */
  readonly now: Date
  readonly trueup: string
  /** Take up what the last run of the same access left unfinished. */
  readonly resume?: boolean
  /** Answers no older than this are used, and stay for later runs; without it nothing stays once the run has ended. */
  readonly maxAgeMs?: number
}

/** What a thread needs to keep answers for the run of another. */
export interface KeeperSeed {
  readonly request: KeepRequest
  readonly access: string
  readonly run: string
  /** Precedes every secret in its digest. */
  readonly salt: string
  /** Of the interrupted run that is gone on with, ISO 8601. */
  readonly since?: string
}

/** What one keeper has to tell another of the same run. */
export interface KeeperLog {
  readonly written: readonly string[]
  readonly parts: number
  readonly damaged: number
  readonly lost: number
  readonly oldest?: string
}

/** Reads a part of what is wanted. */
export type ReadRest = (types: readonly WantedType[]) => AsyncIterable<LivePage>

/**
 * Keeps what AWS says, a file for each reading of each place (`objects` or `tags`), so that an interrupted run can go on and a later
 * one need not ask again. Every run writes files of its own. Those that are to stay get the name of their question once they are
 * whole; the others keep their own, and go when the run has ended. So runs side by side do not meet, nothing has to be locked, and no
 * run takes away what another kept for later. Each record has a checksum: what is torn is read anew.
 */
export class Keeper {
  readonly texts: PageTexts
  readonly #request: KeepRequest
  readonly #access: string
  readonly #since: string | undefined
  readonly #secrets: SecretPaths
  readonly #run: string
  readonly #written = new Set<string>()
  #sweeping: Promise<void> | undefined
  #parts = 0
  #damaged = 0
  /** Readings that could not be written. */
  #lost = 0
  #oldest: string | undefined

  private constructor({request, access, run, salt, since}: KeeperSeed, secrets: SecretPaths) {
    this.texts = new PageTexts(salt)
    this.#request = request
    this.#access = access
    this.#run = run
    this.#since = since
    this.#secrets = secrets
  }

  /**
   * @param access how AWS is reached, as text: roles see more or less
   * @throws the error of the file system where nothing can be written
   */
  static async open(request: KeepRequest, access: string): Promise<Keeper> {
    const {folder, now, resume = false} = request
    await mkdir(folder, {recursive: true, mode: 0o700})
    const since = resume ? await interruptedRun(folder, access) : undefined
    const [secrets] = await Promise.all([secretPaths(), startRun(folder, access, since ?? now.toISOString())])
    const own = {run: randomUUID().slice(0, 8), salt: randomUUID()}
    const keeper = new Keeper({request, access, ...own, ...(since === undefined ? {} : {since})}, secrets)
    // The mark of this run is fresh by now: nothing else waits for what is old to go.
    keeper.#sweeping = sweep(folder, now).catch(() => undefined)
    return keeper
  }

  /** A keeper for the run of another, in a thread of its own. */
  static async grown(seed: KeeperSeed): Promise<Keeper> {
    return new Keeper(seed, await secretPaths())
  }

  get seed(): KeeperSeed {
    const since = this.#since
    const own = {run: this.#run, salt: this.texts.salt}
    return {request: this.#request, access: this.#access, ...own, ...(since === undefined ? {} : {since})}
  }

  /** Whether later runs may have what this one was told. */
  get #isToStay(): boolean {
    return this.#request.maxAgeMs !== undefined
  }

  /** What it did since it was last asked. */
  takeLog(): KeeperLog {
    const log = {written: [...this.#written], parts: this.#parts, damaged: this.#damaged, lost: this.#lost}
    const oldest = this.#oldest === undefined ? {} : {oldest: this.#oldest}
    this.#written.clear()
    this.#parts = 0
    this.#damaged = 0
    this.#lost = 0
    return {...log, ...oldest}
  }

  /** Takes over what another one did. */
  learn({written, parts, damaged, lost, oldest}: KeeperLog): void {
    for (const file of written) this.#written.add(file)
    this.#parts += parts
    this.#damaged += damaged
    this.#lost += lost
    if (oldest !== undefined) this.#note(oldest)
  }

  /** What a reading says: what is kept of it, and the rest from AWS. */
  async *reading(question: PartQuestion, read: ReadRest): AsyncGenerator<LivePage> {
    const {folder, trueup} = this.#request
    const name = partName(question, trueup, this.#access)
    const whole = join(folder, `${name}.pages`)
    const found = await this.#find(name, whole)
    try {
      yield* this.#from(found, {name, whole, question, read})
    } finally {
      await found?.handle.close()
    }
  }

  async *#from(found: Found | undefined, reading: Reading): AsyncGenerator<LivePage> {
    const {whole, question} = reading
    const rest = found ? restOf(question, found) : question.types
    if (found && (rest.length === 0 || rest.length < question.types.length)) this.#tell(found)
    // Taken up: of no more use to a run that goes on, once this one has ended.
    if (found && found.file !== whole) this.#written.add(found.file)
    const isThere = rest.length === 0 && (found?.file === whole || !this.#isToStay)
    if (found && isThere) yield* replayed(found.handle, found, question)
    else yield* this.#writing(found, rest, reading)
  }

  async *#writing(
    found: Found | undefined,
    rest: readonly WantedType[],
    {name, whole, question, read}: Reading,
  ): AsyncGenerator<LivePage> {
    const {folder, now} = this.#request
    const own = join(folder, `${name}.${this.#run}.part`)
    this.#written.add(own)
    const askedAt = found?.header.askedAt ?? now.toISOString()
    const writer = await PartWriter.open(own, {askedAt, texts: this.texts, secrets: this.#secrets})
    let ended = false
    try {
      for await (const page of found ? this.#all(question, found, rest, read) : read(rest)) {
        const written = writer?.add(page)
        if (written) await written
        yield page
      }
      if (!(await writer?.finish(this.#isToStay ? whole : own))) this.#lost += 1
      ended = true
    } finally {
      if (!ended) await writer?.leave()
    }
    if (found && found.file !== whole) await rm(found.file, {force: true})
  }

  async *#all(
    question: PartQuestion,
    found: Found,
    rest: readonly WantedType[],
    read: ReadRest,
  ): AsyncGenerator<LivePage> {
    const seen = new Set<string>()
    yield* replayed(found.handle, {...found, seen}, question)
    if (rest.length === 0) return
    yield* pagesFrom(read(rest), (page) =>
      page.filter((event) => event.kind !== 'object' || !seen.has(`${event.object.type} ${event.object.id}`)),
    )
  }

  /** The run came to its end. */
  async end(): Promise<void> {
    await Promise.all([this.#sweeping, endRun(this.#request.folder, this.#access)])
    if (this.#isToStay) return
    await Promise.all([...this.#written].map(async (file) => rm(file, {force: true})))
  }

  /** What was taken from earlier runs, and what was to be taken or kept and could not; undefined where there is neither. */
  get use(): KeptAnswers | undefined {
    const {folder, resume = false} = this.#request
    const resumed = resume && this.#since !== undefined
    const isInVain = resume && (this.#since === undefined || this.#parts === 0)
    // A run that keeps nothing for later ones loses nothing.
    const lost = this.#isToStay ? this.#lost : 0
    if (this.#parts === 0 && this.#damaged === 0 && lost === 0 && !isInVain) return undefined
    const oldest = this.#oldest === undefined ? {} : {oldest: this.#oldest}
    return {
      parts: this.#parts,
      damaged: this.#damaged,
      resumed,
      ...oldest,
      ...(isInVain && {nothingToResume: true}),
      ...(lost > 0 && {refused: `${lost} readings could not be kept in ${folder}`}),
    }
  }

  async #find(name: string, whole: string): Promise<Found | undefined> {
    const {folder, resume = false, maxAgeMs} = this.#request
    if (!resume && maxAgeMs === undefined) return undefined
    const files = resume ? (await readdir(folder)).filter((file) => file.startsWith(`${name}.`)) : [`${name}.pages`]
    const all: Found[] = []
    for (const file of files.map((one) => join(folder, one))) {
      const handle = await open(file).catch(() => undefined)
      if (!handle) continue
      const part = await inspectPart(handle).catch(() => undefined)
      // A part that was given its name was whole then.
      if (file === whole && (!part || part.torn || !part.ended)) this.#damaged += 1
      if (part && this.#isWelcome(part)) all.push({...part, file, handle})
      else await handle.close()
    }
    const [best, ...others] = all.toSorted(
      (a, b) => b.settled.size - a.settled.size || Number(b.ended) - Number(a.ended),
    )
    for (const {handle} of others) await handle.close()
    return best
  }

  #isWelcome({header: {askedAt}}: FoundPart): boolean {
    const {now, maxAgeMs} = this.#request
    if (this.#since !== undefined && askedAt >= this.#since) return true
    return maxAgeMs !== undefined && now.getTime() - Date.parse(askedAt) <= maxAgeMs
  }

  #tell({header: {askedAt}}: FoundPart): void {
    this.#parts += 1
    this.#note(askedAt)
  }

  #note(askedAt: string): void {
    if (this.#oldest === undefined || askedAt < this.#oldest) this.#oldest = askedAt
  }
}

/** Held open from the first look to the last record: another run may give the file a name, write another in its place, or take it away. */
interface Found extends FoundPart {
  readonly file: string
  readonly handle: FileHandle
}

interface Reading {
  readonly name: string
  /** The file of the part once it is whole. */
  readonly whole: string
  readonly question: PartQuestion
  readonly read: ReadRest
}

/** Tags are of the whole place: half of them are none. */
function restOf({kind, types}: PartQuestion, {ended, settled, hasPlaceGap}: FoundPart): readonly WantedType[] {
  if (kind === 'tags') return ended && !hasPlaceGap ? [] : types
  return types.filter(({type}) => !settled.has(type))
}

const keptDays = 7

async function sweep(folder: string, now: Date): Promise<void> {
  const oldest = now.getTime() - keptDays * 86_400_000
  const files = (await readdir(folder)).map((name) => join(folder, name))
  await Promise.all(
    files.map(async (file) => {
      const {mtimeMs = Infinity} = (await stat(file).catch(() => undefined)) ?? {}
      if (mtimeMs < oldest) await rm(file, {force: true})
    }),
  )
}
