import {seesOf, configTypeOf} from '../../src/live/config/types.ts'
import {isGlobalType} from '../../src/live/global-types.ts'
import type {Gap} from '../../src/model/gap.ts'
import type {ObjectType, ReadScope} from '../../src/model/live.ts'
import type {Location} from '../../src/model/location.ts'
import {euCentral, global, usEast} from './places.ts'

const unsupported = {reason: 'unsupported-type', detail: 'AWS Config does not record this type.'} as const
const nothing = {count: 0, examples: []}

/**
 * What could not be looked at, or not as it is now. Nothing that was denied: a run that was denied something never ends well, and the
 * sample has to.
 */
export const gaps: readonly Gap[] = [
  {
    reason: 'stale',
    type: 'AWS::DynamoDB::Table',
    location: euCentral,
    detail: 'AWS Config records this type once a day, so what changed in the last 24 hours may not be there yet.',
    hides: {count: 1, examples: ['heron-prod-eu-features']},
  },
  {
    reason: 'not-recorded',
    type: 'AWS::SNS::Topic',
    location: euCentral,
    detail: 'The AWS Config recorder of this region leaves this type out.',
    hides: {count: 1, examples: ['arn:aws:sns:eu-central-1:123456789012:heron-prod-eu-alerts']},
  },
  {...unsupported, type: 'AWS::SNS::Subscription', location: euCentral, hides: nothing},
  {
    ...unsupported,
    type: 'AWS::SNS::Subscription',
    location: usEast,
    hides: {count: 1, examples: ['heron-prod-alerts']},
  },
]

/** All other types were read to the end, wherever they can be; also what is a day old. */
export function scopes(types: Iterable<ObjectType>): readonly ReadScope[] {
  return [...types].flatMap((type) => {
    const places = isGlobalType(type) ? [global] : [euCentral, usEast]
    return places
      .filter((location) => !isUnread(type, location))
      .map((location): ReadScope => ({type, location, reader: 'config', sees: seesOf(configTypeOf(type))}))
  })
}

/** Whether a gap stands for the type in this place. */
export function isUnread(type: ObjectType, {region}: Location): boolean {
  return gaps.some((gap) => gap.reason !== 'stale' && gap.type === type && gap.location?.region === region)
}
