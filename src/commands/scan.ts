import * as Flags from '@oclif/core/flags'

import {awsRequestOf} from '../cli/aws-request.ts'
import {keepFlags} from '../cli/history-flags.ts'
import {Keeping} from '../cli/keeping.ts'
import {BaseCommand} from '../cli/base-command.ts'
import {gateFlags, pricesFlag, reportFlag, utilisationFlag} from '../cli/flags.ts'
import {printEstimate} from '../cli/print-estimate.ts'
import {scanFlags, scanRequestOf, statesOf} from '../cli/scan-request.ts'
import {selectRequestOf} from '../cli/select-request.ts'
import {findStoredBy} from '../cli/state-access.ts'
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
    {
      description: 'New drift alone: what trueup baseline accepted fails nothing',
      command:
        '<%= config.bin %> <%= command.id %> --state states/ --baseline trueup.baseline.json --fail-on drift:medium',
    },
  ]

  static override flags = {
    ...scanFlags,
    attribute: Flags.boolean({
      summary: 'Ask AWS Config and CloudTrail who changed what was found, when, how and from where.',
      helpGroup: 'LIVE',
      exclusive: ['snapshot', 'demo'],
    }),
    prices: pricesFlag,
    utilisation: utilisationFlag,
    ...gateFlags,
    report: reportFlag,
    ...keepFlags,
    estimate: Flags.boolean({
      summary:
        'Tell which calls the scan would make, how long the limits make it last, and what it costs; read nothing.',
      helpGroup: 'LIVE',
      exclusive: ['demo', 'snapshot', 'plan'],
    }),
  }

  async run(): Promise<ReportJson | EstimateJson | undefined> {
    const {flags} = await this.parse(Scan)
    if (flags.estimate) {
      const {only, skip} = flags
      const select = await selectRequestOf(flags, this.foundProject)
      const request = {states: statesOf(flags), only, skip, select, aws: awsRequestOf(flags, this.project)}
      const stored = this.surroundings({findStored: findStoredBy(flags, process.env)})
      return printEstimate(request, stored, this.jsonEnabled())
    }
    const {scan} = await import('../pipeline/scan.ts')
    const {parseConditions} = await import('../pipeline/fail-on.ts')
    const {conclude} = await import('../cli/verdict.ts')
    const {screenOf} = await import('../cli/screen.ts')
    const {writeReports} = await import('../cli/write-reports.ts')
    const targets = flags.report ?? (this.jsonEnabled() ? [] : [{format: 'terminal'} as const])
    const given = {root: this.config.root, project: this.project, env: process.env}
    const select = await selectRequestOf(flags, this.foundProject)
    const {attribute, utilisation, profile} = flags
    const prices = {source: flags.prices, ...(profile !== undefined && {profile})}
    const request = {...(await scanRequestOf(flags, given)), attribute, select, prices, utilisation}
    const keeping = await Keeping.of(flags, process.env, 'trueup scan')
    const surroundings = this.surroundings({findStored: findStoredBy(flags, process.env)})
    const found = await scan(request, surroundings)
    const report = keeping ? await keeping.keep(found, select.ignores, surroundings) : found
    this.progress.clear()
    await writeReports(report, targets, screenOf(process.stdout, process.env), this.signal)
    conclude(report, {failOn: flags['fail-on'].flatMap(parseConditions), strict: flags.strict})
    await keeping?.tell(surroundings)
    if (!this.jsonEnabled()) return undefined
    const {reportJson} = await import('../report/json.ts')
    return reportJson(report)
  }
}
