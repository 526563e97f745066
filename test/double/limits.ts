/** How often an API may be called: a bucket of tokens for each account and region (and so for each of ours). */
export interface Limit {
  readonly name: string
  /** Signing name and operation: `config:SelectResourceConfig`. */
  readonly matches: RegExp
  readonly perSecond: number
  readonly burst: number
  /** `published` with its source, or a guess where AWS does not say. */
  readonly because: string
}

/**
 * First match wins. Published ones:
 * EC2 https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-throttling.html,
 * Tagging API https://docs.aws.amazon.com/tag-editor/latest/userguide/reference.html,
 * STS https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html,
 * CloudTrail https://docs.aws.amazon.com/awscloudtrail/latest/userguide/WhatIsCloudTrail-Limits.html,
 * Route 53 https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html,
 * Lambda https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html.
 */
export const limits: readonly Limit[] = [
  limit('tagging', /^tagging:GetResources$/, 15, 15, 'published'),
  limit('cloud control', /^cloudcontrolapi:/, 1, 25, 'not published; others saw some 60 calls a minute, in bursts'),
  limit('config select', /^config:Select/, 5, 10, 'not published: a guess'),
  limit('config batch', /^config:(BatchGet|List)/, 5, 10, 'not published: a guess'),
  limit('config', /^config:/, 5, 10, 'not published: a guess'),
  limit('cloudtrail', /^cloudtrail:LookupEvents$/, 2, 2, 'published'),
  limit('route53', /^route53:/, 5, 5, 'published, for the account'),
  limit('organizations', /^organizations:/, 5, 10, 'a guess'),
  limit('sts', /^sts:/, 600, 600, 'published'),
  limit('ec2', /^ec2:Describe/, 20, 100, 'published: filtered or paged calls that do not mutate'),
  limit('lambda', /^lambda:/, 15, 15, 'published: the sum of control plane calls'),
  limit('iam', /^iam:/, 15, 40, 'not published; safe values of others'),
  limit('others', /./, 20, 40, 'a guess'),
]

function limit(name: string, matches: RegExp, perSecond: number, burst: number, because: string): Limit {
  return {name, matches, perSecond, burst, because}
}

/** The buckets of everything that was called, on a clock that may run faster than the wall's. */
export class Buckets {
  readonly #buckets = new Map<string, {tokens: number; at: number}>()
  readonly #now: () => number
  readonly #limits: readonly Limit[]

  /** @param now in seconds of the double's time */
  constructor(now: () => number, of: readonly Limit[] = limits) {
    this.#now = now
    this.#limits = of
  }

  /** Whether a call may pass; it takes a token if so. */
  take(account: string, region: string, call: string): boolean {
    const found = this.#limits.find(({matches}) => matches.test(call))
    if (!found) return true
    const key = `${account} ${region} ${found.name}`
    const at = this.#now()
    const before = this.#buckets.get(key) ?? {tokens: found.burst, at}
    const tokens = Math.min(found.burst, before.tokens + (at - before.at) * found.perSecond)
    this.#buckets.set(key, {tokens: tokens >= 1 ? tokens - 1 : tokens, at})
    return tokens >= 1
  }
}
