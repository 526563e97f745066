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
  live: Flags.option({options: ['auto', 'config'] as const})({
    summary:
      'Look at AWS, too: through the best source for each type, or AWS Config alone. Any other flag of this group does the same.',
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
  readonly live?: 'auto' | 'config' | undefined
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
  {needsPolicy} = {needsPolicy: true},
): Promise<TagsRequest> {
  const code = codeRequestOf(flags, env)
  const live = liveRequestOf(flags)
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

function liveRequestOf(flags: TagsFlags): TagsRequest['live'] {
  const {snapshot, live, region, profile, role, account, organization} = flags
  if (snapshot !== undefined) return {kind: 'snapshot', file: snapshot}
  const asked = live ?? region ?? profile ?? role ?? account ?? organization ?? flags['organizational-unit']
  return asked === undefined ? undefined : {kind: 'aws', ...awsRequestOf({...flags, live: live ?? 'auto'})}
}
