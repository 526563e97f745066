import * as Flags from '@oclif/core/flags'

import {userError} from '../errors.ts'
import type {TagsRequest} from '../pipeline/tags.ts'
import {awsRequestOf} from './aws-request.ts'
import {codeRequestOf} from './code-request.ts'
import {codeFlags, liveFlags, policyFlag, tagPolicyFlag} from './flags.ts'
import {readPoliciesAndLevels} from './read-policies.ts'
import {stateFlags} from './state-access.ts'

/** AWS is asked only where a flag says so: a check of code needs no credentials. */
export const tagsFlags = {
  ...codeFlags,
  ...stateFlags,
  ...liveFlags,
  live: Flags.option({options: ['auto', 'config', 'service', 'cloud-control'] as const})({
    summary:
      'Look at AWS, too: through the best source for each type, or one source alone. Any other flag of this group does the same.',
    helpGroup: 'LIVE',
  }),
  policy: policyFlag,
  'tag-policy': tagPolicyFlag,
}

export interface TagsFlags {
  readonly config?: string | undefined
  readonly var?: readonly string[] | undefined
  readonly 'var-file'?: readonly string[] | undefined
  readonly state?: readonly string[] | undefined
  readonly snapshot?: string | undefined
  readonly live?: 'auto' | 'config' | 'service' | 'cloud-control' | undefined
  readonly region?: readonly string[] | undefined
  readonly profile?: string | undefined
  readonly role?: readonly string[] | undefined
  readonly 'external-id'?: string | undefined
  readonly 'session-name'?: string | undefined
  readonly account?: readonly string[] | undefined
  readonly organization?: boolean | undefined
  readonly 'organizational-unit'?: readonly string[] | undefined
  readonly 'exclude-account'?: readonly string[] | undefined
  readonly policy?: readonly string[] | undefined
  readonly 'tag-policy'?: readonly string[] | undefined
}

/** @throws {TrueupError} `no-tags-input`, `no-policy`, `policy-not-readable`, `variable-invalid` */
export async function tagsRequestOf(
  flags: TagsFlags,
  env: NodeJS.ProcessEnv,
  {typed, needsPolicy = true}: {readonly typed: readonly string[]; readonly needsPolicy?: boolean},
): Promise<TagsRequest> {
  const code = codeRequestOf(flags, env)
  const live = askedLive(flags, typed)
  const {state: states = [], policy = [], 'tag-policy': levels = []} = flags
  if (!code && !live && states.length === 0) {
    const hint = 'Name code with --config DIR, states with --state FILE, or AWS with --snapshot FILE or --region REGION'
    throw userError('no-tags-input', 'nothing to look at', hint)
  }
  if (needsPolicy && policy.length + levels.length === 0) {
    const hint =
      'Name one with --policy FILE; policies/finops-baseline.yaml, which comes with trueup, is one to start from'
    throw userError('no-policy', 'no tag policy to check against', hint)
  }
  return {states, ...(code && {code}), ...(live && {live}), policies: await readPoliciesAndLevels(policy, levels)}
}

/** A project file that says how to reach AWS does not ask for it. */
export function askedLive(flags: TagsFlags, typed: readonly string[]): TagsRequest['live'] {
  const {snapshot, live = 'auto'} = flags
  if (snapshot !== undefined) return {kind: 'snapshot', file: snapshot}
  const isAsked = typed.some((text) => asking.has(text.replace(/=.*$/s, '')))
  return isAsked ? {kind: 'aws', ...awsRequestOf({...flags, live})} : undefined
}

const asking: ReadonlySet<string> = new Set(
  ['live', 'region', 'profile', 'role', 'account', 'organization', 'organizational-unit'].map((name) => `--${name}`),
)
