import type {AwsSession} from '../../aws/session.ts'
import type {Check} from '../../model/checkup.ts'
import {globalRegion, type Location} from '../../model/location.ts'
import type {ReadTarget} from '../targets.ts'
import {checkAggregator} from './aggregator.ts'
import {checkCostTags} from './cost-tags.ts'
import {checkIndex} from './index-check.ts'
import {checkOrganization} from './organization.ts'
import {checkRecorder} from './recorder.ts'
import {checkRegions} from './regions.ts'
import {checkTagging} from './tagging.ts'

/** What is asked once a run, in the account that it starts from. */
export async function checkHome(
  session: AwsSession,
  places: readonly Location[],
  keys: readonly string[],
  signal: AbortSignal,
): Promise<readonly Check[]> {
  const found = await Promise.all([
    checkOrganization(session, signal),
    checkAggregator(session, places, signal),
    checkIndex(session, signal),
    checkCostTags(session, keys, signal),
  ])
  return found.flat()
}

/** What is asked in each account, for the regions and types in question there. */
export async function checkAccount(
  session: AwsSession,
  targets: readonly ReadTarget[],
  signal: AbortSignal,
): Promise<readonly Check[]> {
  const regional = targets.filter(({location: {region}}) => region !== globalRegion)
  const regions = regional.map(({location}) => location.region)
  const inRegions = regional.flatMap(({location: {region}, types}) => [
    checkRecorder(
      session,
      region,
      types.map(({type}) => type),
      signal,
    ),
    checkTagging(session, region, signal),
  ])
  return (await Promise.all([checkRegions(session, regions, signal), ...inRegions])).flat()
}
