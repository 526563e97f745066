import type {JoinedObject} from '../join/joined.ts'
import {valueAt} from '../model/path.ts'
import type {ValueRecord} from '../model/value.ts'
import type {ClassifyContext} from './classify.ts'
import {isInside} from './controlled.ts'
import type {Difference} from './difference.ts'

/** The difference, marked as controlled where something that scales may have made it. */
export function scaled(found: Difference, object: JoinedObject, context: ClassifyContext): Difference {
  return found.controlledBy === undefined ? bounded(byTarget(found, object, context), object, context) : found
}

/**
 * Where Application Auto Scaling may set the property and kept to the band that it was given
 * (https://docs.aws.amazon.com/autoscaling/application/userguide/what-is-application-auto-scaling.html).
 */
function byTarget(found: Difference, object: JoinedObject, {find, catalog}: ClassifyContext): Difference {
  const id = catalog.facts(object.type)?.scaledBy?.(object.id, found.path)
  if (id === undefined) return found
  const target = find('AWS::ApplicationAutoScaling::ScalableTarget', id, object.location)
  const {MinCapacity: min, MaxCapacity: max} = target === undefined ? {} : bandOf(target)
  return isInside(found.after, min, max) ? {...found, controlledBy: 'Application Auto Scaling'} : found
}

function bounded(found: Difference, object: JoinedObject, {find, catalog}: ClassifyContext): Difference {
  const bound = catalog.facts(object.type)?.boundedBy?.(object.id, found.path)
  if (!bound) return found
  const live = find(bound.type, bound.id, object.location)?.live
  const most = bound.most.flatMap((path) => (live && valueAt(live.properties, path.split('.'))) ?? [])
  const isWithin = most.length > 0 && most.every((value) => isInside(found.after, 0, value))
  return isWithin ? {...found, controlledBy: bound.by} : found
}

/** As it is live; where that was not looked at, as it is declared. */
function bandOf({live, shares}: JoinedObject): ValueRecord {
  if (live) return live.properties
  const {min_capacity: min, max_capacity: max} = shares[0]?.resource.attributes ?? {}
  return {...(min === undefined ? {} : {MinCapacity: min}), ...(max === undefined ? {} : {MaxCapacity: max})}
}
