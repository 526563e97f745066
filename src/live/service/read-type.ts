import PQueue from 'p-queue'

import {FailedCall, failureIn, type Failure} from '../../aws/call.ts'
import type {LiveEvent, LivePage} from '../../model/live.ts'
import {isWithin} from '../../model/path.ts'
import {chunks} from '../chunks.ts'
import type {WantedType} from '../reader.ts'
import type {Place, SdkClient} from './place.ts'
import type {Part, PartAnswer, ServiceObject, ServiceType, TypeSpec} from './service-type.ts'
import {Tally} from './tally.ts'

/** Calls for one type in one place at the same time; the limits of each API bound them further. */
const callsAtOnce = 8
/** Objects that are completed together: what is held in memory of one type. */
const objectsAtOnce = 100

/** Denied calls after which a part is not asked for again; those under way at the time come on top. */
const refusalsEnough = 8

/** A type from what its service offers. */
export function serviceType<Client extends SdkClient, Item extends object>(spec: TypeSpec<Client, Item>): ServiceType {
  const sees = [...new Set([...spec.sees, ...(spec.parts ?? []).flatMap(({shows}) => shows)])]
  return {
    objectType: spec.objectType,
    sees,
    lists: spec.list !== undefined,
    read: (place, wanted) => new TypeReading(spec, sees, place, wanted).events(),
  }
}

/** One type in one place, from the first call to the scope. */
class TypeReading<Client extends SdkClient, Item extends object> {
  readonly #spec: TypeSpec<Client, Item>
  readonly #place: Place
  readonly #client: Client
  readonly #wanted: WantedType
  readonly #tally: Tally
  readonly #declaredIds: ReadonlySet<string>
  readonly #detailedIds: ReadonlySet<string> | undefined
  readonly #refusals = new Map<Part<Client, Item>, readonly FailedCall[]>()
  readonly #answered = new Set<Part<Client, Item>>()
  /** Of what is declared. */
  readonly #seen = new Set<string>()
  #stumbles = 0
  #objects = 0
  readonly #queue = new PQueue({concurrency: callsAtOnce})

  constructor(spec: TypeSpec<Client, Item>, sees: readonly string[], place: Place, wanted: WantedType) {
    this.#spec = spec
    this.#place = place
    this.#client = place.client(spec.client)
    this.#wanted = wanted
    this.#declaredIds = new Set(wanted.declaredIds)
    this.#detailedIds = wanted.detailedIds && new Set(wanted.detailedIds)
    this.#tally = new Tally({type: spec.objectType, location: place.location, reader: 'service', sees})
  }

  async *events(): AsyncGenerator<LivePage> {
    const lists = this.#spec.list !== undefined && (this.#wanted.unmanaged || this.#spec.get === undefined)
    try {
      for await (const page of lists ? this.#listed() : this.#declared()) yield* this.#complete(page)
    } catch (error) {
      yield this.#tally.fail(failureIn(error), this.#wanted.declaredIds)
      return
    }
    // Which objects these were, nobody knows: what did not turn up may be among them.
    if (this.#stumbles > 0) this.#tally.unread(unexpected, this.#unseenIds())
    const isWhole = lists && this.#wanted.unmanaged
    yield this.#tally.end(this.#objects, isWhole ? undefined : this.#wanted.declaredIds)
  }

  async *#listed(): AsyncGenerator<readonly Item[]> {
    for await (const page of this.#spec.list?.(this.#client, this.#place) ?? []) {
      const items = page.filter((found): found is Item => typeof found !== 'string')
      if (items.length > 0) yield items
      yield* this.#got(page.filter((found) => typeof found === 'string'))
    }
    if (this.#spec.listHides) yield* this.#got(this.#unseenIds())
  }

  #declared(): AsyncGenerator<readonly Item[]> {
    return this.#got([...new Set(this.#wanted.declaredIds)])
  }

  async *#got(ids: readonly string[]): AsyncGenerator<readonly Item[]> {
    const {size = 1, read} = this.#spec.get ?? {}
    for (const some of chunks(ids, Math.max(size, objectsAtOnce))) {
      const answers = chunks(some, size).map((chunk) =>
        this.#attempt(chunk, async () => (await read?.(this.#client, chunk, this.#place)) ?? []),
      )
      yield (await Promise.all(answers)).flat()
    }
  }

  /** Objects that AWS does not let us get are there all the same, as far as anybody knows. */
  async #attempt(ids: readonly string[], get: () => Promise<readonly Item[]>): Promise<readonly Item[]> {
    try {
      return await this.#queue.add(get)
    } catch (error) {
      this.#tally.unread(failureIn(error), ids)
      return []
    }
  }

  async *#complete(page: readonly Item[]): AsyncGenerator<LivePage> {
    for (const items of chunks(page, objectsAtOnce)) {
      const known = items.flatMap((item) => this.#understood(item) ?? []).filter(({object}) => this.#isAsked(object))
      await Promise.all((this.#spec.parts ?? []).flatMap((part) => this.#partly(part, known)))
      if (known.length > 0) yield known.map(({object}) => this.#event(object))
    }
  }

  /** An answer that we stumble over costs that object, not the scan. */
  #understood(item: Item): Known<Item> | undefined {
    try {
      return {item, object: this.#spec.object(item, this.#place)}
    } catch {
      this.#stumbles += 1
      return undefined
    }
  }

  #partly(part: Part<Client, Item>, all: readonly Known<Item>[]): readonly Promise<void>[] {
    const {when} = part
    const possible = when === undefined ? all : all.filter(({item}) => when(item))
    const concerned = part.shows.length === 0 ? possible : possible.filter(({object}) => this.#isInDetail(object))
    for (const known of possible.filter((each) => !concerned.includes(each))) {
      known.object = completed(known.object, part.shows, {unseen: part.shows})
    }
    return chunks(concerned, part.size ?? 1).map(async (some) => {
      const answers = await this.#ask(part, some)
      for (const [index, known] of some.entries()) known.object = completed(known.object, part.shows, answers?.[index])
    })
  }

  /** Undefined where AWS refuses. */
  async #ask(part: Part<Client, Item>, some: readonly Known<Item>[]): Promise<readonly PartAnswer[] | undefined> {
    const items = some.map(({item}) => item)
    try {
      return await this.#queue.add(async () => this.#read(part, items))
    } catch (error) {
      const ids = some.map(({object}) => object.id)
      this.#tally.unseen(failureIn(error), part.shows, ids)
      return undefined
    }
  }

  /** What was denied for the first objects, and for none allowed, is not asked for again: the right is not there at all. */
  async #read(part: Part<Client, Item>, items: readonly Item[]): Promise<readonly PartAnswer[]> {
    const [refusal] = this.#refusals.get(part)?.slice(refusalsEnough - 1) ?? []
    if (refusal) throw refusal
    try {
      const answers = await part.read(this.#client, items, this.#place)
      this.#answered.add(part)
      this.#refusals.delete(part)
      return answers
    } catch (error) {
      const isDenied = error instanceof FailedCall && error.failure.reason === 'denied'
      // Other calls have been answered meanwhile.
      if (isDenied && !this.#answered.has(part)) {
        this.#refusals.set(part, [...(this.#refusals.get(part) ?? []), error])
      }
      throw error
    }
  }

  /** A list may show more than was asked for. */
  #isAsked({id}: ServiceObject): boolean {
    return this.#wanted.unmanaged || this.#declaredIds.has(id)
  }

  #unseenIds(): readonly string[] {
    return [...this.#declaredIds].filter((id) => !this.#seen.has(id))
  }

  #isInDetail({id}: ServiceObject): boolean {
    return this.#detailedIds?.has(id) ?? true
  }

  #event(object: ServiceObject): LiveEvent {
    const {objectType: type} = this.#spec
    this.#objects++
    if (this.#declaredIds.has(object.id)) this.#seen.add(object.id)
    return {kind: 'object', object: {...object, type, location: this.#place.location, reader: 'service'}}
  }
}

const unexpected: Failure = {reason: 'failed', detail: 'The service answered in an unexpected form.'}

interface Known<Item> {
  readonly item: Item
  object: ServiceObject
}

/** What a part tells is seen after all, even where the first answer did not show it. */
function completed(object: ServiceObject, shows: readonly string[], answer?: PartAnswer): ServiceObject {
  if (answer === undefined && shows.length === 0) return object
  const {properties, tags, unseen = []} = answer ?? {unseen: shows}
  const before = (object.unseen ?? []).filter((path) => !shows.some((shown) => isWithin(path, shown)))
  const {unseen: _, ...known} = object
  const hidden = [...before, ...unseen]
  return {
    ...known,
    properties: {...object.properties, ...properties},
    ...(tags === undefined ? {} : {tags}),
    ...(hidden.length === 0 ? {} : {unseen: hidden}),
  }
}
