import type {AwsSession} from '../../aws/session.ts'
import type {Check} from '../../model/checkup.ts'
import type {Location} from '../../model/location.ts'
import {findAggregator} from '../config-aggregator/aggregator.ts'
import {checked} from './checked.ts'

/** Whether an aggregator of AWS Config collects from the places in question. */
export async function checkAggregator(
  session: AwsSession,
  places: readonly Location[],
  signal: AbortSignal,
): Promise<readonly Check[]> {
  const about = {check: 'aggregator', account: session.account} as const
  return checked(about, async () => {
    const regions = [session.region, ...places.map(({region}) => region)]
    const aggregator = await findAggregator(session, {regions}, signal)
    if (!aggregator) {
      const text =
        'There is no AWS Config aggregator in this account and these regions; none is needed for accounts that can be read.'
      return [{...about, status: 'ok', text}]
    }
    const left = places.filter((place) => aggregator.covers(place))
    const where = {...about, region: aggregator.region}
    const text = `The aggregator ${aggregator.name} collects from ${places.length - left.length} of ${places.length} places.`
    if (left.length === 0) return [{...where, status: 'ok', text}]
    const why = left[0] && aggregator.covers(left[0])?.detail
    return [
      {
        ...where,
        status: 'warn',
        text: `${text} ${why ?? ''}`.trim(),
        todo: 'Authorize it in the accounts and regions that are missing.',
      },
    ]
  })
}
