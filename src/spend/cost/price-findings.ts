import {ByTypeAndId} from '../../join/by-type-and-id.ts'
import type {JoinedObject} from '../../join/joined.ts'
import {compatible} from '../../join/live-index.ts'
import type {Finding} from '../../model/finding.ts'
import type {LiveObject, ObjectType} from '../../model/live.ts'
import type {PartialLocation} from '../../model/location.ts'
import type {PriceBook} from '../../model/price.ts'
import type {ValueRecord} from '../../model/value.ts'
import type {CostSetting, FunctionUsage} from './cost-model.ts'
import {costsOfObject, type CostSaid} from './finding-costs.ts'
import {costModel} from './models.ts'

export interface PricingContext {
  readonly book: PriceBook
  readonly declared: (object: JoinedObject) => ValueRecord
  /** What was measured of a Lambda function; absent where nobody asked. */
  readonly usage?: (object: JoinedObject) => FunctionUsage | undefined
}

/**
 * The findings, each with what it costs a month where it changes what is paid for. Objects of one account are enough: nothing that is
 * priced depends on another one.
 */
export function priceFindings(
  findings: readonly Finding[],
  objects: readonly JoinedObject[],
  context: PricingContext,
): readonly Finding[] {
  const said = new Map<Finding, CostSaid>()
  const lookup = new Lookup(objects)
  for (const [object, about] of lookup.byObject(findings)) {
    const model = costModel(object.type)
    if (!model) continue
    const pricing = {book: context.book, declared: context.declared, model, setting: lookup.setting(object, context)}
    for (const [finding, cost] of costsOfObject(object, about, pricing)) said.set(finding, cost)
  }
  return said.size === 0 ? findings : findings.map((finding) => ({...finding, ...said.get(finding)}))
}

/** Objects of a scan by name, by type and place. */
class Lookup {
  readonly #byId = new ByTypeAndId<JoinedObject[]>()
  readonly #byType: ReadonlyMap<ObjectType, readonly JoinedObject[]>

  constructor(objects: readonly JoinedObject[]) {
    this.#byType = Map.groupBy(objects, ({type}) => type)
    for (const object of objects) {
      const alike = this.#byId.get(object.type, object.id)
      if (alike) alike.push(object)
      else this.#byId.set(object.type, object.id, [object])
    }
  }

  byObject(findings: readonly Finding[]): ReadonlyMap<JoinedObject, readonly Finding[]> {
    const groups = new Map<JoinedObject, Finding[]>()
    for (const finding of findings) {
      const {objectType, id, location = {}} = finding.subject
      if (objectType === undefined || id === undefined || !costModel(objectType)) continue
      const object = this.#find(objectType, id, location)
      if (!object) continue
      const group = groups.get(object)
      if (group) group.push(finding)
      else groups.set(object, [finding])
    }
    return groups
  }

  setting(object: JoinedObject, {usage}: PricingContext): CostSetting {
    const {id, location} = object
    const measured = usage?.(object)
    return {
      id,
      location,
      find: (type, name) => this.#find(type, name, location)?.live,
      all: (type) => this.#all(type, location),
      ...(measured && {usage: measured}),
    }
  }

  #find(type: ObjectType, id: string, place: PartialLocation): JoinedObject | undefined {
    return this.#byId.get(type, id)?.find(({location}) => compatible(location, place))
  }

  #all(type: ObjectType, {account, region}: PartialLocation): readonly LiveObject[] {
    const alike = this.#byType.get(type) ?? []
    return alike.flatMap(({live}) =>
      live && live.deleting === undefined && live.location.account === account && live.location.region === region
        ? [live]
        : [],
    )
  }
}
