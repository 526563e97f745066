import * as Flags from '@oclif/core/flags'

import {BaseCommand} from '../../cli/base-command.ts'
import {billFlags, billRequestOf, byFlag} from '../../cli/bill-flags.ts'
import type {ReportTarget} from '../../cli/report-target.ts'
import {runRateFlags, runRateRequestOf, runRateTargets} from '../../cli/run-rate.ts'
import {spendTargets} from '../../cli/spend-target.ts'
import {findStoredBy} from '../../cli/state-access.ts'
import type {RunRateRequest} from '../../pipeline/gpu-run-rate.ts'
import type {GpuSpendJson} from '../../report/bill/schema.ts'
import type {ReportJson} from '../../report/schema.ts'

export default class SpendGpu extends BaseCommand {
  static override summary =
    'Tell what accelerators cost: according to a bill, to the last digit, or now, at list prices.'

  static override description =
    'Sums every line of a Cost and Usage Report (legacy or 2.0) or a FOCUS export into buckets that add up to the bill: accelerators, idle ' +
    'reservations, unused commitment, taxes, credits and the rest. Machines that look accelerated and are not known are told, never ' +
    'dropped. --json holds everything, in the shape of schemas/spend-gpu.schema.json. Without --bill, what runs now is priced instead: ' +
    'instances, SageMaker, hosts and unused reservations of a snapshot or of AWS, in the shape of a scan. Exit codes: 0 summed, 2 wrong ' +
    'usage, or bills that cannot be added up, 3 a file could not be read.'

  static override examples = [
    {
      description: 'What runs now, without a bill, and whose it is',
      command: '<%= config.bin %> <%= command.id %> --region us-east-1 --prices aws --policy tags.yaml',
    },
    {
      description: 'A downloaded report, its manifest included',
      command: '<%= config.bin %> <%= command.id %> --bill cur/20261101-20261201/',
    },
    {
      description: 'By day, and by team and model together, for a spreadsheet and as Parquet',
      command:
        '<%= config.bin %> <%= command.id %> --bill cur/ --by day --by team,model --report csv=spend.csv --report parquet=spend.parquet',
    },
    {
      description: 'As invoiced, of all FOCUS files of a folder',
      command: "<%= config.bin %> <%= command.id %> --bill 'focus/**/*.parquet' --basis unblended --json",
    },
  ]

  static override flags = {
    ...runRateFlags,
    ...billFlags,
    by: byFlag,
    containers: Flags.boolean({
      summary:
        'Split what machines cost among the pods and tasks on them, where the bill has split cost allocation data.',
      helpGroup: 'BILL',
    }),
  }

  async run(): Promise<GpuSpendJson | ReportJson | undefined> {
    const {flags} = await this.parse(SpendGpu)
    const targets = spendTargets(flags.report, this.typed)
    if (flags.bill === undefined) {
      const request = await runRateRequestOf(flags, this.typed)
      return this.#runRate(request, runRateTargets(targets, this.jsonEnabled()), flags)
    }
    const surroundings = this.surroundings()
    const {spendGpu} = await import('../../pipeline/bill-spend.ts')
    const {exitCodeOf} = await import('../../cli/verdict.ts')
    const spend = await spendGpu(
      {...billRequestOf(flags, targets, this.signal), containers: flags.containers},
      surroundings,
    )
    this.progress.clear()
    process.exitCode = exitCodeOf({findings: [], gaps: spend.gaps}, {failOn: [], strict: flags.strict})
    const {gpuSpendJson: json} = await import('../../report/bill/json.ts')
    const {renderGpuSpend: terminal} = await import('../../report/bill/gpu.ts')
    const {gpuTable: table} = await import('../../pipeline/spend-tables.ts')
    const {writeSpend} = await import('../../cli/write-spend.ts')
    const isJson = this.jsonEnabled()
    await writeSpend(spend, {terminal, json, table}, {targets, isJson, surroundings})
    return isJson ? json(spend) : undefined
  }

  async #runRate(
    request: RunRateRequest,
    targets: readonly ReportTarget[],
    flags: Parameters<typeof findStoredBy>[0] & {readonly strict: boolean},
  ): Promise<ReportJson | undefined> {
    const {gpuRunRate} = await import('../../pipeline/gpu-run-rate.ts')
    const {exitCodeOf} = await import('../../cli/verdict.ts')
    const {screenOf} = await import('../../cli/screen.ts')
    const {writeReports} = await import('../../cli/write-reports.ts')
    const report = await gpuRunRate(request, this.surroundings({findStored: findStoredBy(flags, process.env)}))
    this.progress.clear()
    await writeReports(report, targets, screenOf(process.stdout, process.env), this.signal)
    process.exitCode = exitCodeOf(report, {failOn: [], strict: flags.strict})
    return this.jsonEnabled() ? (await import('../../report/json.ts')).reportJson(report) : undefined
  }
}
