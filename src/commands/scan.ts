import {join, relative} from 'node:path'

import * as Flags from '@oclif/core/flags'

import {BaseCommand} from '../cli/base-command.ts'
import {codeRequestOf} from '../cli/code-request.ts'
import {
  codeFlags,
  gateFlags,
  liveFlags,
  policyFlag,
  pricesFlag,
  reportFlag,
  selectionFlags,
  tagPolicyFlag,
} from '../cli/flags.ts'
import {readPoliciesAndLevels} from '../cli/read-policies.ts'
import {awsRequestOf} from '../cli/aws-request.ts'
import {keepFlags} from '../cli/history-flags.ts'
import {Keeping} from '../cli/keeping.ts'
import {userError} from '../errors.ts'
import {findStoredBy, stateFlags} from '../cli/state-access.ts'
import type {LiveRequest} from '../pipeline/live.ts'
import type {ScanRequest} from '../pipeline/scan.ts'
import {printEstimate} from '../cli/print-estimate.ts'
import type {EstimateJson} from '../report/estimate-schema.ts'
import type {ReportJson} from '../report/schema.ts'

export default class Scan extends BaseCommand {
  static override summary = 'Find drift, tag violations and accelerator spend in one pass.'

  static override description =
    'Compares what Terraform states record with what is live in AWS, checks tags against your policies, and prices running ' +
    'accelerators. Exit codes: 0 clean, 1 findings that --fail-on names, 2 wrong usage, 3 the scan could not finish.'

  /** oclif's own would spell out every pair of flags that exclude each other. */
  static override usage = ['<%= command.id %> --demo', '<%= command.id %> --state PATH... [--snapshot FILE] [FLAGS]']

  static override examples = [
    {description: 'The embedded sample account', command: '<%= config.bin %> <%= command.id %> --demo'},
    {
      description: 'A state against live AWS',
      command: '<%= config.bin %> <%= command.id %> --state terraform.tfstate --region eu-central-1',
    },
    {
      description: 'All states of a folder against a snapshot, in CI',
      command:
        '<%= config.bin %> <%= command.id %> --state states/ --snapshot live.jsonl.gz --report json=drift.json --strict',
    },
  ]

  static override flags = {
    ...stateFlags,
    ...codeFlags,
    ...liveFlags,
    attribute: Flags.boolean({
      summary: 'Ask AWS Config and CloudTrail who changed what was found, when, how and from where.',
      helpGroup: 'LIVE',
      exclusive: ['snapshot', 'demo'],
    }),
    ...selectionFlags,
    prices: pricesFlag,
    policy: policyFlag,
    'tag-policy': tagPolicyFlag,
    ...gateFlags,
    report: reportFlag,
    ...keepFlags,
    estimate: Flags.boolean({
      summary:
        'Tell which calls the scan would make, how long the limits make it last, and what it costs; read nothing.',
      helpGroup: 'LIVE',
      exclusive: ['demo', 'snapshot'],
    }),
    demo: Flags.boolean({
      summary: 'Scan the sample that comes with trueup; needs no AWS account.',
      exclusive: ['state', 'snapshot', 'region', 'profile', 'role', 'resume', 'cache'],
    }),
  }

  async run(): Promise<ReportJson | EstimateJson | undefined> {
    const {flags} = await this.parse(Scan)
    if (flags.estimate) {
      const {state: states = stateOfCode(flags.config), only, skip} = flags
      const request = {states, only, skip, aws: awsRequestOf(flags, this.project)}
      const stored = this.surroundings({findStored: findStoredBy(flags, process.env)})
      return printEstimate(request, stored, this.jsonEnabled())
    }
    const {scan} = await import('../pipeline/scan.ts')
    const {parseConditions} = await import('../pipeline/fail-on.ts')
    const {conclude} = await import('../cli/verdict.ts')
    const {screenOf} = await import('../cli/screen.ts')
    const {writeReports} = await import('../cli/write-reports.ts')
    const targets = flags.report ?? (this.jsonEnabled() ? [] : [{format: 'terminal'} as const])
    const {state = stateOfCode(flags.config), snapshot, policy = []} = flags
    const live =
      snapshot === undefined ? ({kind: 'aws', ...awsRequestOf(flags, this.project)} as const) : snapshotAt(snapshot)
    const sources = flags.demo ? this.#demo(flags.policy) : {states: state, live, policies: policy}
    const code = codeRequestOf(flags, process.env)
    const {attribute, only = [], skip = []} = flags
    const request = {...(await requestOf(sources, flags['tag-policy'])), ...(code && {code}), attribute, only, skip}
    const keeping = await Keeping.of(flags, process.env, 'trueup scan')
    const surroundings = this.surroundings({findStored: findStoredBy(flags, process.env)})
    const found = await scan(request, surroundings)
    const report = keeping ? await keeping.keep(found, surroundings) : found
    this.progress.clear()
    await writeReports(report, targets, screenOf(process.stdout, process.env), this.signal)
    conclude(report, {failOn: flags['fail-on'].flatMap(parseConditions), strict: flags.strict})
    await keeping?.tell(surroundings)
    if (!this.jsonEnabled()) return undefined
    const {reportJson} = await import('../report/json.ts')
    return reportJson(report)
  }

  #demo(policies = [join(this.config.root, 'policies', 'finops-baseline.yaml')]): Sources {
    const folder = fromHere(join(this.config.root, 'fixtures', 'demo'))
    return {
      states: [join(folder, 'terraform.tfstate')],
      live: snapshotAt(join(folder, 'live.jsonl')),
      policies,
    }
  }
}

/** Code without a state is compared with the state that it keeps. */
function stateOfCode(config: string | undefined): readonly string[] {
  return config === undefined ? [] : [`backend:${config}`]
}

interface Sources {
  readonly states: readonly string[]
  readonly live: LiveRequest
  readonly policies: readonly string[]
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
  {states, live, policies}: Sources,
  tagPolicies: readonly string[] | undefined,
): Promise<ScanRequest> {
  if (states.length === 0) {
    throw userError(
      'no-state',
      'no state to compare with',
      'Name one with --state PATH or URL, or the code that keeps one with --config DIR, or try --demo',
    )
  }
  return {states, live, policies: await readPoliciesAndLevels(policies, tagPolicies)}
}
