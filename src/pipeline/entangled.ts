import type {Catalog} from '../catalog/catalog.ts'
import {DriftRun} from '../drift/drift.ts'
import {objectFinder, type ObjectFinder} from '../drift/object-finder.ts'
import {ownerOf} from '../drift/owners.ts'
import type {AccountJoins} from '../join/account-joins.ts'
import type {JoinedObject} from '../join/joined.ts'
import type {LiveIndex} from '../join/live-index.ts'
import type {LiveObject, ObjectType} from '../model/live.ts'
import {parentsOf} from '../tags/parents.ts'

/** The objects of an account, by when they can be judged. */
export interface Sorted {
  /** Of which the account tells all. */
  readonly settled: readonly JoinedObject[]
  /** Which belong, or may belong, to an object that is left for the rest of the scan. */
  readonly deferred: readonly JoinedObject[]
  /** What those belong to besides, and what is left of the account. */
  readonly background: readonly JoinedObject[]
}

/** Sorts the objects of an account whose judgement rests on others. Where nothing crosses accounts, as is usual, that is none. */
export function sorted(
  objects: readonly JoinedObject[],
  index: LiveIndex,
  joins: AccountJoins,
  catalog: Catalog,
): Sorted {
  if (!joins.anyCrossing) return {settled: objects, deferred: [], background: []}
  const trace = new Trace(objects, joins, catalog)
  const [settled, deferred]: [JoinedObject[], JoinedObject[]] = [[], []]
  for (const object of objects) (trace.judge(object) ? settled : deferred).push(object)
  for (const object of index.objects()) if (joins.isOpen(object)) trace.keep(index.tagged(object))
  return {settled, deferred, background: [...trace.background].filter((object) => !deferred.includes(object))}
}

/**
 * Types whose objects are judged by others that they do not ask for by name: revisions of a task definition, and what prices follow from
 * (`spend/cost/models/`). Where anything crosses accounts, all of them wait.
 */
const together: ReadonlySet<ObjectType> = new Set([
  'AWS::AutoScaling::AutoScalingGroup',
  'AWS::AutoScaling::LaunchConfiguration',
  'AWS::EC2::LaunchTemplate',
  'AWS::ECS::TaskDefinition',
  'AWS::SageMaker::Endpoint',
  'AWS::SageMaker::EndpointConfig',
])

/** Looks on as objects are judged, at which others that takes. */
class Trace {
  readonly background = new Set<JoinedObject>()
  readonly #find: ObjectFinder
  readonly #catalog: Catalog
  #asked = new Set<JoinedObject>()
  #isOpen = false

  constructor(objects: readonly JoinedObject[], joins: AccountJoins, catalog: Catalog) {
    const find = objectFinder(objects)
    const traced: typeof find = Object.assign(
      (type: ObjectType, id: string, place?: JoinedObject['location']) => {
        if (joins.isCrossing(type, id)) this.#isOpen = true
        const found = find(type, id, place)
        if (found) this.#asked.add(found)
        return found
      },
      {objects},
    )
    this.#find = traced
    this.#catalog = catalog
  }

  /** Whether an object can be judged now; if not, what it was compared with is kept for when it can. */
  judge(object: JoinedObject): boolean {
    this.#begin()
    new DriftRun(this.#catalog).add(object, this.#find)
    if (object.live) this.#ask(object.live)
    if (together.has(object.type)) this.#isOpen = true
    if (this.#isOpen) this.#keepAsked()
    return !this.#isOpen
  }

  /** Keeps what a live object may belong to, whoever turns out to declare it. */
  keep(live: LiveObject): void {
    this.#begin()
    this.#ask(live)
    this.#keepAsked()
  }

  #ask(live: LiveObject): void {
    ownerOf(live, {find: this.#find, catalog: this.#catalog})
    parentsOf(live, this.#find)
  }

  #begin(): void {
    this.#asked = new Set()
    this.#isOpen = false
  }

  #keepAsked(): void {
    for (const object of this.#asked) this.background.add(object)
  }
}
