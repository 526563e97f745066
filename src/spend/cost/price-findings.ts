import type {JoinedObject} from '../../join/joined.ts'
import type {Finding} from '../../model/finding.ts'
import type {PriceBook} from '../../model/price.ts'
import type {ValueRecord} from '../../model/value.ts'
import type {FunctionUsage} from './cost-model.ts'
import {costsOfObject, type CostSaid} from './finding-costs.ts'
import {Lookup} from './lookup.ts'
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
  if (!findings.some(({subject: {objectType}}) => objectType !== undefined && costModel(objectType))) return findings
  const said = new Map<Finding, CostSaid>()
  const lookup = new Lookup(objects)
  for (const [object, about] of byObject(findings, lookup)) {
    const model = costModel(object.type)
    if (!model) continue
    const setting = lookup.setting(object, context.usage?.(object))
    const pricing = {book: context.book, declared: context.declared, model, setting}
    for (const [finding, cost] of costsOfObject(object, about, pricing)) said.set(finding, cost)
  }
  return said.size === 0 ? findings : findings.map((finding) => ({...finding, ...said.get(finding)}))
}

function byObject(findings: readonly Finding[], lookup: Lookup): ReadonlyMap<JoinedObject, readonly Finding[]> {
  const groups = new Map<JoinedObject, Finding[]>()
  for (const finding of findings) {
    const {objectType, id, location = {}} = finding.subject
    if (objectType === undefined || id === undefined || !costModel(objectType)) continue
    const object = lookup.find(objectType, id, location)
    if (!object) continue
    const group = groups.get(object)
    if (group) group.push(finding)
    else groups.set(object, [finding])
  }
  return groups
}
