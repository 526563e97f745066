import {parseArn} from '../../model/arn.ts'
import type {Json} from '../../model/value.ts'
import type {Normalizer} from './normalizer.ts'

/**
 * A task definition by its ARN, `family:revision` or family alone
 * (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html#ECS-UpdateService-request-taskDefinition). A family
 * alone meant its newest revision when it was said, so any revision of it will do.
 */
export const taskDefinition: Normalizer = (declared, live, context) => {
  const [mine, theirs] = [partsOf(declared), partsOf(live)]
  if (mine === undefined || theirs === undefined) return false
  const places = [mine, theirs].map(({region, account}) => [region ?? context.location.region, account].join())
  const isSamePlace = mine.account === undefined || theirs.account === undefined || places[0] === places[1]
  const isSameRevision =
    mine.revision === undefined || theirs.revision === undefined || mine.revision === theirs.revision
  return isSamePlace && mine.family === theirs.family && isSameRevision
}

/** Revisions of one task definition, whichever. */
export const taskDefinitionFamily: Normalizer = (declared, live) => {
  const family = partsOf(declared)?.family
  return family !== undefined && family === partsOf(live)?.family
}

interface TaskDefinitionParts {
  readonly region: string | undefined
  readonly account: string | undefined
  readonly family: string
  readonly revision: string | undefined
}

function partsOf(value: Json): TaskDefinitionParts | undefined {
  if (typeof value !== 'string') return undefined
  const arn = parseArn(value)
  const [family = '', revision] = (arn?.resource.replace(/^task-definition\//, '') ?? value).split(':')
  return {region: arn?.region, account: arn?.account, family, revision}
}
