import {join, relative} from 'node:path'

import * as Flags from '@oclif/core/flags'

import {userError} from '../errors.ts'
import type {LiveRequest} from '../pipeline/live.ts'
import type {ProjectFile} from '../pipeline/project/schema.ts'
import type {ScanRequest} from '../pipeline/scan.ts'
import {awsRequestOf, type AwsFlags} from './aws-request.ts'
import {codeRequestOf, type CodeFlags} from './code-request.ts'
import {codeFlags, liveFlags, planFlag, policyFlag, selectionFlags, tagPolicyFlag} from './flags.ts'
import {readPoliciesAndLevels} from './read-policies.ts'
import {selectFlags} from './select-request.ts'
import {stateFlags, type StateFlags} from './state-access.ts'

/** What a scan reads, and what of it counts; whoever scans has these. */
export const scanFlags = {
  ...stateFlags,
  plan: planFlag,
  ...codeFlags,
  ...liveFlags,
  ...selectionFlags,
  ...selectFlags,
  policy: policyFlag,
  'tag-policy': tagPolicyFlag,
  demo: Flags.boolean({
    summary: 'Scan the sample that comes with trueup; needs no AWS account.',
    exclusive: ['state', 'plan', 'snapshot', 'region', 'profile', 'role', 'resume', 'cache'],
  }),
}

export interface ScanFlags extends CodeFlags, AwsFlags, StateFlags {
  readonly state?: readonly string[] | undefined
  readonly plan?: readonly string[] | undefined
  readonly snapshot?: string | undefined
  readonly policy?: readonly string[] | undefined
  readonly 'tag-policy'?: readonly string[] | undefined
  readonly only?: readonly string[] | undefined
  readonly skip?: readonly string[] | undefined
  readonly demo: boolean
}

/**
 * @param root where trueup is installed, for the sample
 * @throws {TrueupError} `no-state`, `policy-not-readable`, `variable-invalid`
 */
export async function scanRequestOf(
  flags: ScanFlags,
  {
    root,
    project,
    env,
  }: {readonly root: string; readonly project?: ProjectFile | undefined; readonly env: NodeJS.ProcessEnv},
): Promise<ScanRequest> {
  const {snapshot, policy = [], only = [], skip = []} = flags
  const live = snapshot === undefined ? ({kind: 'aws', ...awsRequestOf(flags, project)} as const) : snapshotAt(snapshot)
  const sources = flags.demo
    ? demoIn(root, flags.policy)
    : {states: statesOf(flags), plans: flags.plan, live, policies: policy}
  const code = codeRequestOf(flags, env)
  return {...(await requestOf(sources, flags['tag-policy'])), ...(code && {code}), only, skip}
}

/** Code without a state is compared with the state that it keeps. */
export function statesOf({state, config}: Pick<ScanFlags, 'state' | 'config'>): readonly string[] {
  return state ?? (config === undefined ? [] : [`backend:${config}`])
}

interface Sources {
  readonly states: readonly string[]
  readonly plans?: readonly string[] | undefined
  readonly live: LiveRequest
  readonly policies: readonly string[]
}

function demoIn(root: string, policies: readonly string[] = [join(root, 'policies', 'finops-baseline.yaml')]): Sources {
  const folder = fromHere(join(root, 'fixtures', 'demo'))
  return {states: [join(folder, 'terraform.tfstate')], live: snapshotAt(join(folder, 'live.jsonl')), policies}
}

/** As a person in the repository would name it; the report shows it at every resource. */
function fromHere(folder: string): string {
  const path = relative(process.cwd(), folder)
  return path.startsWith('..') ? folder : path
}

function snapshotAt(file: string): LiveRequest {
  return {kind: 'snapshot', file}
}

async function requestOf(
  {states, plans = [], live, policies}: Sources,
  tagPolicies: readonly string[] | undefined,
): Promise<ScanRequest> {
  if (states.length === 0 && plans.length === 0) {
    throw userError(
      'no-state',
      'no state to compare with',
      'Name one with --state PATH or URL, the code that keeps one with --config DIR, a plan with --plan FILE, or try --demo',
    )
  }
  return {states, plans, live, policies: await readPoliciesAndLevels(policies, tagPolicies)}
}
