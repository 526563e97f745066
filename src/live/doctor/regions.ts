import {accountRegions} from '../../aws/account-regions.ts'
import type {AwsSession} from '../../aws/session.ts'
import type {Check} from '../../model/checkup.ts'
import {checked} from './checked.ts'

/** Whether the regions in question are on in an account. */
export async function checkRegions(
  session: AwsSession,
  wanted: readonly string[],
  signal: AbortSignal,
): Promise<readonly Check[]> {
  const {account} = session
  const about = {check: 'regions', account} as const
  return checked(about, async () => {
    const regions = await accountRegions(session, signal)
    const off = wanted.filter((region) => regions.get(region) === false)
    const unknown = wanted.filter((region) => !regions.has(region))
    const on = [...regions.values()].filter(Boolean).length
    return [
      {...about, status: 'ok', text: `${on} regions are enabled.`},
      ...off.map((region): Check => ({
        ...about,
        region,
        status: 'warn',
        text: 'The region is not enabled, so nothing of it can be read.',
        todo: 'Enable it, or leave it out with --region.',
      })),
      ...unknown.map((region): Check => ({
        ...about,
        region,
        status: 'fail',
        text: 'There is no such region in this partition.',
        todo: 'Check the spelling of --region.',
      })),
    ]
  })
}
