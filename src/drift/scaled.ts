import type {JoinedObject} from '../join/joined.ts'
import type {ValueRecord} from '../model/value.ts'
import type {ClassifyContext} from './classify.ts'
import {isInside} from './controlled.ts'
import type {Difference} from './difference.ts'

/**
 * The difference, marked as controlled where Application Auto Scaling may set the property and kept to the band that it was given
 * (https://docs.aws.amazon.com/autoscaling/application/userguide/what-is-application-auto-scaling.html).
 */
export function scaled(found: Difference, object: JoinedObject, {find, catalog}: ClassifyContext): Difference {
  const id = catalog.facts(object.type)?.scaledBy?.(object.id, found.path)
  if (id === undefined || found.controlledBy !== undefined) return found
  const target = find('AWS::ApplicationAutoScaling::ScalableTarget', id, object.location)
  const {MinCapacity: min, MaxCapacity: max} = target === undefined ? {} : bandOf(target)
  return isInside(found.after, min, max) ? {...found, controlledBy: 'Application Auto Scaling'} : found
}

/** As it is live; where that was not looked at, as it is declared. */
function bandOf({live, shares}: JoinedObject): ValueRecord {
  if (live) return live.properties
  const {min_capacity: min, max_capacity: max} = shares[0]?.resource.attributes ?? {}
  return {...(min === undefined ? {} : {MinCapacity: min}), ...(max === undefined ? {} : {MaxCapacity: max})}
}
