import {accountRegions} from '../aws/account-regions.ts'
import {failureIn} from '../aws/call.ts'
import {isKnownRegion} from '../aws/known-region.ts'
import type {AwsSession} from '../aws/session.ts'
import {userError} from '../errors.ts'
import {closest} from '../model/closest.ts'
import type {LiveEvent} from '../model/live.ts'
import {allRegions} from './open-somewhere.ts'
import {placeGap} from './place-gap.ts'

/**
 * Whether the regions that somebody asked for are regions: AWS is asked about those that the SDK does not know, which are new or mistyped.
 *
 * @returns gaps, where nobody may ask
 * @throws TrueupError `region-unknown`
 */
export async function doubtfulRegions(
  requested: readonly string[],
  home: AwsSession,
  signal: AbortSignal,
): Promise<readonly LiveEvent[]> {
  const {partition} = home
  const unknown = requested.filter((name) => name !== allRegions && !isKnownRegion(name, partition))
  if (unknown.length === 0) return []
  const answer = await accountRegions(home, signal).catch(failureIn)
  if ('reason' in answer) {
    return unknown.map((region) => {
      const detail = `It is not certain that there is a region ${region}. ${answer.detail}`
      return placeGap({...answer, detail}, {partition, region}, [])
    })
  }
  const name = unknown.find((region) => !answer.has(region))
  if (name !== undefined) throw regionUnknown(name, partition, [...answer.keys()])
  return []
}

function regionUnknown(name: string, partition: string, listed: readonly string[]): Error {
  const guess = closest(name, listed)
  return userError(
    'region-unknown',
    `AWS has no region ${JSON.stringify(name)} in the partition ${partition}`,
    guess === undefined ? 'Check the spelling of --region' : `Did you mean --region ${guess}?`,
  )
}
