import type {AwsSession} from '../../aws/session.ts'
import type {Check} from '../../model/checkup.ts'
import type {ObjectType} from '../../model/live.ts'
import {coverageOf} from '../config/coverage.ts'
import {recordersOf, supportedTypes} from '../config/recorder.ts'
import {configTypeOf} from '../config/types.ts'
import {checked} from './checked.ts'

/** Whether AWS Config records the types in question in a region, and how often. */
export async function checkRecorder(
  session: AwsSession,
  region: string,
  types: readonly ObjectType[],
  signal: AbortSignal,
): Promise<readonly Check[]> {
  const about = {check: 'recorder', account: session.account, region} as const
  return checked(about, async () => {
    const {ConfigServiceClient} = await import('@aws-sdk/client-config-service')
    const recorders = await recordersOf(new ConfigServiceClient(session.clientSettings(region)), signal)
    const supported = await supportedTypes()
    if (recorders.length === 0 || !recorders.some(({status}) => status?.recording)) {
      const what = recorders.length === 0 ? 'has no recorder' : 'has a recorder that is off'
      const todo = 'Set one up, or let trueup read the services themselves, which takes more calls.'
      return [{...about, status: 'warn', text: `AWS Config ${what} in this region.`, todo}]
    }
    const coverage = coverageOf(recorders, supported)
    const known = types.filter((type) => supported.has(configTypeOf(type)))
    const left = known.filter((type) => !coverage(configTypeOf(type)).recorded)
    const daily = known.filter((type) => {
      const recording = coverage(configTypeOf(type))
      return recording.recorded && recording.daily
    })
    return [
      {...about, status: 'ok', text: `AWS Config records ${known.length - left.length} of ${types.length} types.`},
      ...problem(about, left, 'leaves out', 'Add them to the recorder, where one call answers for a hundred objects.'),
      ...problem(
        about,
        daily,
        'records once a day only',
        'Record them continuously, or expect each difference to be read again.',
      ),
    ]
  })
}

const namedTypes = 5

function problem(
  about: Pick<Check, 'check' | 'account' | 'region'>,
  types: readonly ObjectType[],
  what: string,
  todo: string,
): readonly Check[] {
  if (types.length === 0) return []
  const more = types.length > namedTypes ? ` and ${types.length - namedTypes} more` : ''
  const text = `AWS Config ${what} ${types.slice(0, namedTypes).join(', ')}${more}.`
  return [{...about, status: 'warn', text, todo}]
}
