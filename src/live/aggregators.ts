import {failureIn} from '../aws/call.ts'
import type {AwsSession} from '../aws/session.ts'
import {userError} from '../errors.ts'
import type {Aggregator} from './config-aggregator/aggregator.ts'

/** The aggregator of a run. Accounts that can be read are, for they say what they record; one that was named is asked before them. */
export interface Aggregators {
  readonly named: Promise<Aggregator | undefined>
  /** The named one, or the one that collects from the most places; looked for when it is first needed. */
  any(): Promise<Aggregator | undefined>
}

/** @throws TrueupError `aggregator-unknown` by `named`, where there is none of the name */
export function aggregatorsOf(
  session: AwsSession,
  name: string | undefined,
  regions: readonly string[],
  signal: AbortSignal,
): Aggregators {
  const places = [...new Set([session.region, ...regions])]
  const find = async (): Promise<Aggregator | undefined> => {
    const {findAggregator} = await import('./config-aggregator/aggregator.ts')
    return findAggregator(session, {regions: places, ...(name === undefined ? {} : {name})}, signal)
  }
  let found: Promise<Aggregator | undefined> | undefined
  const named = name === undefined ? Promise.resolve(undefined) : findNamed(name, places, find)
  return {named, any: () => (found ??= name === undefined ? find().catch(none) : named)}
}

/** @throws TrueupError `aggregator-unknown` */
async function findNamed(
  name: string,
  regions: readonly string[],
  find: () => Promise<Aggregator | undefined>,
): Promise<Aggregator> {
  const found = await find().catch(none)
  if (found) return found
  throw userError(
    'aggregator-unknown',
    `there is no aggregator ${JSON.stringify(name)} in ${regions.join(', ')}, or it may not be seen`,
    'Name it by its ARN, and run with credentials of its account that may config:DescribeConfigurationAggregators.',
  )
}

/** One that may not be looked for is none. */
function none(error: unknown): undefined {
  failureIn(error)
}
