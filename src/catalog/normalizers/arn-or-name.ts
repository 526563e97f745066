import {parseArn, type ArnParts} from '../../model/arn.ts'
import {canonicalJson, deepEqual, type Json} from '../../model/value.ts'
import {scalarsAsText} from './exact.ts'
import type {ComparisonContext, Normalizer} from './normalizer.ts'

/**
 * A resource named by its ARN on one side and by its bare name on the other: `arn:aws:iam::123456789012:role/ops/deploy` and `deploy`.
 * A bare name means the account and region of the object that uses it. Two ARNs, or two names, have to be the same.
 */
export const arnOrName: Normalizer = (declared, live, context) => {
  const [mine, theirs] = [parseArn(declared), parseArn(live)]
  if (mine && !theirs) return isNamed(mine, live, context)
  if (theirs && !mine) return isNamed(theirs, declared, context)
  return deepEqual(scalarsAsText(declared), scalarsAsText(live))
}

function isNamed(arn: ArnParts, name: Json, {location}: ComparisonContext): boolean {
  return (
    lastPart(arn.resource) === lastPart(name) &&
    agrees(arn.account, location.account) &&
    agrees(arn.region, location.region)
  )
}

/** Global services and buckets leave the place out of their ARNs. */
function agrees(inArn: string | undefined, ofObject: string | undefined): boolean {
  return inArn === undefined || ofObject === undefined || inArn === ofObject
}

function lastPart(resource: Json): string {
  const text = typeof resource === 'string' ? resource : canonicalJson(resource)
  return text.split(/[/:]/).at(-1) ?? text
}
