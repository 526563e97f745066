import * as Flags from '@oclif/core/flags'

import {BaseCommand} from '../../cli/base-command.ts'
import {billFlags, billRequestOf, byFlag} from '../../cli/bill-flags.ts'
import {amountIn, isAbove} from '../../cli/amount.ts'
import {exitCodes} from '../../cli/exit-codes.ts'
import {costAllocationFlag, costAllocationSource} from '../../cli/cost-allocation.ts'
import {codeRequestOf} from '../../cli/code-request.ts'
import {codeFlags, policyFlag} from '../../cli/flags.ts'
import {readPolicies} from '../../cli/read-policies.ts'
import {spendTargets} from '../../cli/spend-target.ts'
import {findStoredBy, stateFlags} from '../../cli/state-access.ts'
import type {UntaggedSpendJson} from '../../report/bill/schema.ts'

export default class SpendUntagged extends BaseCommand {
  static override summary = 'Tell which accelerator spend of a bill lacks required tags, why, and who has to mend it.'

  static override description =
    'For each required key: how much lacks it, by money and by resource, and why, as far as the bill can tell; with --state, --config or ' +
    '--snapshot beside it, where Terraform declares the resource and what it is tagged today. The buckets add up to the bill. --json holds ' +
    'everything, in the shape of schemas/spend-untagged.schema.json. Exit codes: 0 summed, 1 more than --fail-above is untagged, 2 wrong ' +
    'usage, 3 a file could not be read.'

  static override examples = [
    {
      description: 'Keys on the command line',
      command: '<%= config.bin %> <%= command.id %> --bill cur/20261101-20261201/ --require Owner --require CostCenter',
    },
    {
      description: 'Keys of a policy, joined with the state and what is live',
      command:
        '<%= config.bin %> <%= command.id %> --bill focus.parquet --policy tags.yaml --state terraform.tfstate --snapshot live.jsonl.gz',
    },
  ]

  static override flags = {
    ...billFlags,
    by: byFlag,
    require: Flags.string({
      summary: 'Tag key that every accelerator must carry. May be repeated.',
      helpValue: 'KEY',
      helpGroup: 'TAGS',
      multiple: true,
    }),
    'fail-above': Flags.custom({parse: async (input) => amountIn(input)})({
      summary: 'Exit code 1 when accelerators that lack required tags cost more.',
      helpValue: 'AMOUNT',
      helpGroup: 'VERDICT',
    }),
    'cost-allocation-tags': costAllocationFlag,
    policy: policyFlag,
    ...stateFlags,
    ...codeFlags,
    snapshot: Flags.file({
      summary: 'What is live, from a file that `trueup snapshot` wrote.',
      helpValue: 'FILE',
      helpGroup: 'LIVE',
    }),
  }

  async run(): Promise<UntaggedSpendJson | undefined> {
    const {flags} = await this.parse(SpendUntagged)
    const code = codeRequestOf(flags, process.env)
    const {snapshot: file, 'cost-allocation-tags': allocation} = flags
    const targets = spendTargets(flags.report, this.typed)
    const surroundings = this.surroundings({findStored: findStoredBy(flags, process.env)})
    const request = {
      ...billRequestOf(flags, targets, this.signal),
      keys: flags.require ?? [],
      policies: await readPolicies(flags.policy ?? []),
      states: flags.state ?? [],
      ...(allocation !== undefined && {
        costAllocation: costAllocationSource(allocation, {profile: flags['bill-profile'], role: flags['bill-role']}),
      }),
      ...(code && {code}),
      ...(file !== undefined && {live: {kind: 'snapshot' as const, file}}),
    }
    const {spendUntagged} = await import('../../pipeline/bill-untagged.ts')
    const {exitCodeOf} = await import('../../cli/verdict.ts')
    const spend = await spendUntagged(request, surroundings)
    this.progress.clear()
    process.exitCode = isAbove(spend.coverage.untaggedAmount, flags['fail-above'])
      ? exitCodes.findings
      : exitCodeOf({findings: [], gaps: spend.gaps}, {failOn: [], strict: flags.strict})
    const {untaggedSpendJson: json} = await import('../../report/bill/json.ts')
    const {renderUntaggedSpend: terminal} = await import('../../report/bill/untagged.ts')
    const {untaggedTable: table} = await import('../../pipeline/spend-tables.ts')
    const {writeSpend} = await import('../../cli/write-spend.ts')
    const isJson = this.jsonEnabled()
    await writeSpend(spend, {terminal, json, table}, {targets, isJson, surroundings})
    return isJson ? json(spend) : undefined
  }
}
