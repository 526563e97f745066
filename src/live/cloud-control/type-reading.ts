import type {Failure} from '../../aws/call.ts'
import {failureIn} from '../../aws/call.ts'
import type {GeneratedObject} from '../../catalog/derived.ts'
import type {LiveEvent, LiveObject, LivePage} from '../../model/live.ts'
import {chunks} from '../chunks.ts'
import type {WantedType} from '../reader.ts'
import {identifierIn, requestedIdentifier} from './identifier.ts'
import {liveObject, modelIn, type Model} from './model.ts'
import type {Listed, Place} from './place.ts'
import {regionIn} from './quirks.ts'

/** Declared objects that are asked for together: what is held in memory of one type. */
const objectsAtOnce = 50
/** Objects that nobody declares and whose list gives no more than names: so many are asked for, to tell whose they are. */
const mostCompleted = 100
/** So many refusals, and not one answer, are enough to know that there will be none. */
const mostDenied = 3
const examplesShown = 5

/** One type in one place, by Cloud Control: what is declared one by one, then a list of what there is besides. */
export class TypeReading {
  readonly #wanted: WantedType
  readonly #facts: GeneratedObject
  readonly #place: Place
  readonly #misses = new Map<string, {readonly failure: Failure; readonly ids: string[]}>()
  #answers = 0
  #denied = 0

  constructor(wanted: WantedType, facts: GeneratedObject, place: Place) {
    this.#wanted = wanted
    this.#facts = facts
    this.#place = place
  }

  async *events(): AsyncGenerator<LivePage> {
    const ids = [...new Set(this.#wanted.declaredIds)]
    yield* this.#declared(ids)
    if (ids.length > 0 && this.#answers === 0) {
      const gaps = this.#missed()
      if (gaps.length > 0) yield gaps
      return
    }
    const unlisted = this.#wanted.unmanaged ? yield* this.#undeclared(new Set(ids)) : undefined
    if (unlisted && ids.length === 0) {
      yield [this.#gap(unlisted, [])]
      return
    }
    yield [
      ...this.#missed(),
      ...(unlisted ? [this.#gap({...unlisted, detail: `${notSearched} ${unlisted.detail}`}, [])] : []),
      this.#scope(unlisted !== undefined || !this.#wanted.unmanaged),
    ]
  }

  async *#declared(ids: readonly string[]): AsyncGenerator<LivePage> {
    for (const some of chunks(ids, objectsAtOnce)) {
      const page = eventsOf(await Promise.all(some.map((id) => this.#get(id))))
      if (page.length > 0) yield page
    }
  }

  /** The identifier is the one that was asked for, however Cloud Control spells it. */
  async #get(id: string): Promise<LiveObject | undefined> {
    const {type} = this.#wanted
    if (this.#answers === 0 && this.#denied >= mostDenied) return this.#repeat(id)
    try {
      const answer = await this.#place.get(type, requestedIdentifier(id, this.#facts))
      this.#answers += 1
      if (answer === undefined) return undefined
      const model = modelIn(type, answer.Properties)
      if (model) return this.#object(id, model, false)
      this.#miss({reason: 'failed', detail: 'Cloud Control answered without properties.'}, id)
    } catch (error) {
      const failure = failureIn(error)
      if (failure.reason === 'denied' || failure.reason === 'unsupported-type') this.#denied += 1
      this.#miss(failure, id)
    }
    return undefined
  }

  #repeat(id: string): undefined {
    const [first] = this.#misses.values()
    if (first) first.ids.push(id)
  }

  /** @returns why there was no list; undefined where there was one */
  async *#undeclared(declared: ReadonlySet<string>): AsyncGenerator<LivePage, Failure | undefined> {
    let completed = 0
    const nameOnly: string[] = []
    try {
      for (const some of chunks(await this.#place.list(this.#wanted.type), objectsAtOnce)) {
        const found: (LiveObject | undefined)[] = []
        for (const listed of some) {
          const id = identifierIn(this.#wanted.type, listed.identifier, listed.model, this.#facts)
          if (declared.has(id) || declared.has(listed.identifier)) continue
          const complete = !this.#isPoor(listed) || completed++ < mostCompleted
          if (!complete) nameOnly.push(id)
          found.push(complete ? await this.#completed(id, listed) : this.#object(id, listed.model, true))
        }
        const page = eventsOf(found)
        if (page.length > 0) yield page
      }
    } catch (error) {
      return failureIn(error)
    }
    const failure = {
      reason: 'not-read',
      detail: `Cloud Control lists names alone; past ${mostCompleted} no more is known.`,
    }
    if (nameOnly.length > 0) yield [this.#gap(failure as Failure, nameOnly)]
    return undefined
  }

  /** No more than what identifies it, or what AWS sets. */
  #isPoor({model}: Listed): boolean {
    const given = [...this.#facts.id, ...(this.#facts.readOnly ?? []), ...(this.#facts.parents ?? [])]
    return Object.keys(model).every((name) => given.includes(name))
  }

  async #completed(id: string, listed: Listed): Promise<LiveObject | undefined> {
    if (!this.#isPoor(listed)) return this.#object(id, listed.model, true)
    try {
      const answer = await this.#place.get(this.#wanted.type, listed.identifier)
      if (answer === undefined) return undefined
      const model = modelIn(this.#wanted.type, answer.Properties)
      return this.#object(id, model ?? listed.model, model === undefined)
    } catch (error) {
      failureIn(error)
      return this.#object(id, listed.model, true)
    }
  }

  /** Nothing for a bucket of another region: it is read there. */
  #object(id: string, model: Model, listed: boolean): LiveObject | undefined {
    const {type} = this.#wanted
    const {location} = this.#place
    const region = regionIn(type, model)
    if (region !== undefined && region !== location.region) return undefined
    return liveObject({type, id, location, model, facts: this.#facts, listed})
  }

  #miss(failure: Failure, id: string): void {
    const key = [failure.reason, failure.action, failure.reason === 'denied' ? '' : failure.detail].join('\n')
    const noted = this.#misses.get(key)
    if (noted) noted.ids.push(id)
    else this.#misses.set(key, {failure, ids: [id]})
  }

  #missed(): LivePage {
    return [...this.#misses.values()].map(({failure, ids}) => this.#gap(failure, ids))
  }

  #scope(declaredOnly: boolean): LiveEvent {
    const unread = [...this.#misses.values()].flatMap(({ids}) => ids)
    const {location} = this.#place
    const scope = {type: this.#wanted.type, location, reader: 'cloud-control', sees: '*'} as const
    return {
      kind: 'scope',
      scope: {
        ...scope,
        ...(unread.length > 0 ? {unread} : {}),
        ...(declaredOnly ? {declaredOnly, asked: this.#wanted.declaredIds} : {}),
      },
    }
  }

  #gap(failure: Failure, ids: readonly string[]): LiveEvent {
    const hides = {count: ids.length, examples: ids.slice(0, examplesShown)}
    return {kind: 'gap', gap: {...failure, type: this.#wanted.type, location: this.#place.location, hides}}
  }
}

function eventsOf(objects: readonly (LiveObject | undefined)[]): LivePage {
  return objects.flatMap((object): LivePage => (object ? [{kind: 'object', object}] : []))
}

const notSearched = 'What nobody declares was not searched for.'
