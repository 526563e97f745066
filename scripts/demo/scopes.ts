import {seesOf, configTypeOf} from '../../src/live/config/types.ts'
import {isGlobalType} from '../../src/live/global-types.ts'
import type {Gap} from '../../src/model/gap.ts'
import type {ObjectType, ReadScope} from '../../src/model/live.ts'
import {euCentral, global, usEast} from './places.ts'

const unsupported = {reason: 'unsupported-type', detail: 'AWS Config does not record this type.'} as const
const nothing = {count: 0, examples: []}

/** What could not be looked at: a missing permission, a recorder that leaves a type out, a type that AWS Config does not know. */
export const gaps: readonly Gap[] = [
  {
    reason: 'denied',
    type: 'AWS::DynamoDB::Table',
    location: euCentral,
    action: 'config:SelectResourceConfig',
    detail:
      'The credentials may not do this: config:SelectResourceConfig ended in AccessDeniedException: User: ' +
      'arn:aws:sts::123456789012:assumed-role/auditor/trueup is not authorized to perform: config:SelectResourceConfig ' +
      'with an explicit deny in a service control policy',
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

/** All other types were read to the end, wherever they can be. */
export function scopes(types: Iterable<ObjectType>): readonly ReadScope[] {
  return [...types].flatMap((type) => {
    const places = isGlobalType(type) ? [global] : [euCentral, usEast]
    return places
      .filter(({region}) => !gaps.some((gap) => gap.type === type && gap.location?.region === region))
      .map((location): ReadScope => ({type, location, reader: 'config', sees: seesOf(configTypeOf(type))}))
  })
}
