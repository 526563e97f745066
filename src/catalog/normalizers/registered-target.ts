import {deepEqual, isRecord, type Json} from '../../model/value.ts'
import {scalarsAsText} from './exact.ts'
import type {Normalizer} from './normalizer.ts'

type Members = {readonly [member: string]: Json}

/**
 * A target of a target group. Terraform leaves out the port and the zone that Elastic Load Balancing fills in from the group and the
 * subnet: what only one side says, both mean.
 */
export const registeredTarget: Normalizer = (declared, live) => {
  if (!isRecord(declared) || !isRecord(live)) return deepEqual(declared, live)
  const [mine, theirs] = [scalarsAsText(declared), scalarsAsText(live)] as readonly Members[]
  if (mine === undefined || theirs === undefined) return false
  return Object.keys(mine).every((name) => theirs[name] === undefined || mine[name] === theirs[name])
}
