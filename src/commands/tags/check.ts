import {BaseCommand} from '../../cli/base-command.ts'
import {costAllocationFlag, costAllocationSource} from '../../cli/cost-allocation.ts'
import {gateFlags, reportFlag} from '../../cli/flags.ts'
import {findStoredBy} from '../../cli/state-access.ts'
import {selectFlags, selectRequestOf} from '../../cli/select-request.ts'
import {tagsFlags, tagsRequestOf} from '../../cli/tags-flags.ts'
import type {ReportJson} from '../../report/schema.ts'

export default class TagsCheck extends BaseCommand {
  static override summary = 'Check tags against your policies: in code, in states, in AWS.'

  static override description =
    'Looks at what is given and nothing else: with --config or --state alone, AWS is not asked. A tag whose value cannot be known without ' +
    'running Terraform is never a violation; it is listed as not knowable, with the reason. Exit codes: 0 clean, 1 violations that ' +
    '--fail-on names, 2 wrong usage, 3 something could not be read.'

  /** oclif's own would spell out every pair of flags that exclude each other. */
  static override usage = ['<%= command.id %> --config DIR --policy FILE [--state PATH...] [--snapshot FILE] [FLAGS]']

  static override examples = [
    {
      description: 'The code of a pull request, without AWS and without a state',
      command: '<%= config.bin %> <%= command.id %> --config infra/ --policy policies/finops-baseline.yaml',
    },
    {
      description: 'Code, state and a snapshot of AWS: where does a tag get lost?',
      command:
        '<%= config.bin %> <%= command.id %> --config infra/ --state terraform.tfstate --snapshot live.jsonl.gz --policy tags.yaml',
    },
    {
      description: 'All that is live in a region, whoever made it',
      command: '<%= config.bin %> <%= command.id %> --region eu-central-1 --policy tags.yaml --json',
    },
  ]

  static override flags = {
    ...tagsFlags,
    ...selectFlags,
    'cost-allocation-tags': costAllocationFlag,
    ...gateFlags,
    report: reportFlag,
  }

  async run(): Promise<ReportJson | undefined> {
    const {flags} = await this.parse(TagsCheck)
    const request = await tagsRequestOf(flags, process.env, {typed: this.typed})
    const {checkTagSources} = await import('../../pipeline/tags-check.ts')
    const {parseConditions} = await import('../../pipeline/fail-on.ts')
    const {conclude} = await import('../../cli/verdict.ts')
    const {screenOf} = await import('../../cli/screen.ts')
    const {writeReports} = await import('../../cli/write-reports.ts')
    const targets = flags.report ?? (this.jsonEnabled() ? [] : [{format: 'terminal'} as const])
    const surroundings = this.surroundings({findStored: findStoredBy(flags, process.env)})
    const given = flags['cost-allocation-tags']
    const costAllocation = given === undefined ? undefined : costAllocationSource(given, flags)
    const select = await selectRequestOf(flags, this.foundProject)
    const report = await checkTagSources({...request, select, ...(costAllocation && {costAllocation})}, surroundings)
    this.progress.clear()
    await writeReports(report, targets, screenOf(process.stdout, process.env), this.signal)
    conclude(report, {failOn: flags['fail-on'].flatMap(parseConditions), strict: flags.strict})
    if (!this.jsonEnabled()) return undefined
    const {reportJson} = await import('../../report/json.ts')
    return reportJson(report)
  }
}
