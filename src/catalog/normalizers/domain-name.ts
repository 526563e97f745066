import {byForm} from './normalizer.ts'

/**
 * DNS names: case and the dot at the end mean nothing; Route 53 writes `*` as `\052`
 * (https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DomainNameFormat.html) and its console puts `dualstack.` before the names of load balancers,
 * which resolve to the same addresses.
 */
export const domainName = byForm((value) => (typeof value === 'string' ? canonicalDomain(value) : value))

export function canonicalDomain(name: string): string {
  const lower = name
    .toLowerCase()
    .replaceAll(String.raw`\052`, '*')
    .replace(/\.$/, '')
  return loadBalancer.test(lower) ? lower.replace(/^dualstack\./, '') : lower
}

/** https://docs.amazonaws.cn/en_us/elasticloadbalancing/latest/application/application-load-balancers.html for those of China. */
const loadBalancer = /\.elb\.amazonaws\.com(\.cn)?$/
