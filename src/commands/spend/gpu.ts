import {BaseCommand} from '../../cli/base-command.ts'
import {billFlags, billRequestOf} from '../../cli/bill-flags.ts'
import type {GpuSpendJson} from '../../report/bill/schema.ts'

export default class SpendGpu extends BaseCommand {
  static override summary = 'Tell what accelerators cost according to a bill, to the last digit.'

  static override description =
    'Sums every line of a Cost and Usage Report (legacy or 2.0) or a FOCUS export into buckets that add up to the bill: accelerators, idle ' +
    'reservations, unused commitment, taxes, credits and the rest. Machines that look accelerated and are not known are told, never ' +
    'dropped. AWS is not asked. --json holds everything, in the shape of schemas/spend-gpu.schema.json. Exit codes: 0 summed, 2 wrong ' +
    'usage, or bills that cannot be added up, 3 a file could not be read.'

  static override examples = [
    {
      description: 'A downloaded report, its manifest included',
      command: '<%= config.bin %> <%= command.id %> --bill cur/20261101-20261201/',
    },
    {
      description: 'As invoiced, of all FOCUS files of a folder',
      command: "<%= config.bin %> <%= command.id %> --bill 'focus/**/*.parquet' --basis unblended --json",
    },
  ]

  static override flags = billFlags

  async run(): Promise<GpuSpendJson | undefined> {
    const {flags} = await this.parse(SpendGpu)
    const request = billRequestOf(flags)
    const {spendGpu} = await import('../../pipeline/bill-spend.ts')
    const {exitCodeOf} = await import('../../cli/verdict.ts')
    const spend = await spendGpu(request, this.surroundings())
    this.progress.clear()
    process.exitCode = exitCodeOf({findings: [], gaps: spend.gaps}, {failOn: [], strict: flags.strict})
    if (this.jsonEnabled()) return (await import('../../report/bill/json.ts')).gpuSpendJson(spend)
    const {renderGpuSpend} = await import('../../report/bill/gpu.ts')
    const {printText} = await import('../../cli/print-text.ts')
    await printText((screen) => renderGpuSpend(spend, screen))
    return undefined
  }
}
