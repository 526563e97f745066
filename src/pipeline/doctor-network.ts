import type {Check} from '../model/checkup.ts'

/** What of the environment says how AWS is reached; `cli/` reads it. */
export interface Network {
  readonly endpoint?: string
  readonly proxy?: string
  /** Whether this Node takes proxies from the environment: 22.21, 24.5 and later do. */
  readonly proxiesWork: boolean
}

export function networkChecks({endpoint, proxy, proxiesWork}: Network): readonly Check[] {
  const checks: Check[] = []
  if (endpoint !== undefined) {
    const text = `AWS_ENDPOINT_URL sends every call to ${hostOf(endpoint)} instead of AWS.`
    checks.push({check: 'network', status: 'warn', text, todo: 'Unset it unless that is meant.'})
  }
  if (proxy !== undefined && proxiesWork) {
    checks.push({check: 'network', status: 'ok', text: `Calls go through the proxy ${hostOf(proxy)}.`})
  } else if (proxy !== undefined) {
    const text = `HTTPS_PROXY names ${hostOf(proxy)}, and this version of Node does not use it.`
    checks.push({check: 'network', status: 'fail', text, todo: 'Update Node to 24.5 or later, or to 22.21.'})
  }
  return checks.length > 0 ? checks : [{check: 'network', status: 'ok', text: 'AWS is called directly.'}]
}

/** Without the password that a proxy's URL may have. */
function hostOf(url: string): string {
  try {
    return new URL(url).host
  } catch {
    return 'something that is no URL'
  }
}

/** AWS refuses a signature that is five minutes off (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html). */
const [warnAfterMs, failAfterMs] = [60_000, 300_000]

/** @param skews what AWS's clock said, less ours, call by call, in milliseconds; an answer's way here makes it a little less */
export function clockChecks(skews: readonly number[]): readonly Check[] {
  const [skew] = skews.toSorted((a, b) => Math.abs(a) - Math.abs(b))
  if (skew === undefined) return []
  const seconds = Math.round(Math.abs(skew) / 1000)
  if (Math.abs(skew) < warnAfterMs) return [{check: 'clock', status: 'ok', text: 'The clock agrees with that of AWS.'}]
  const text = `The clock of this machine is ${seconds} seconds ${skew < 0 ? 'ahead of' : 'behind'} that of AWS.`
  const todo = 'Set it: timedatectl set-ntp true.'
  return [{check: 'clock', status: Math.abs(skew) < failAfterMs ? 'warn' : 'fail', text, todo}]
}
