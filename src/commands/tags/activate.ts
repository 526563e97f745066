import * as Flags from '@oclif/core/flags'

import {BaseCommand} from '../../cli/base-command.ts'
import {costAllocationFlag, costAllocationSource} from '../../cli/cost-allocation.ts'
import {exitCodes} from '../../cli/exit-codes.ts'
import {liveFlags, policyFlag, tagPolicyFlag} from '../../cli/flags.ts'
import {readPoliciesAndLevels} from '../../cli/read-policies.ts'
import {userError} from '../../errors.ts'
import type {ActivatedKeys, BilledKey, CostAllocationSource} from '../../pipeline/cost-allocation.ts'

interface ActivateJson {
  readonly schemaVersion: '1.0'
  readonly keys: readonly BilledKey[]
  readonly activated?: ActivatedKeys
}

export default class TagsActivate extends BaseCommand {
  static override summary = 'List which tag keys the bill is split by, and activate those that a policy requires.'

  static override description =
    'A tag is on the bill only where its key is activated for cost allocation, in the account that pays, and from that day on. Prints a ' +
    'line for each key and changes nothing, unless asked: --apply activates, after asking. Where earlier charges can be filled in, the ' +
    'command for it is printed. Exit codes: 0 all keys are activated, 1 some are not, 2 wrong usage, 3 AWS did not answer or refused.'

  static override examples = [
    {
      description: 'The keys that a policy requires, asked of the account that pays',
      command: '<%= config.bin %> <%= command.id %> --policy tags.yaml --profile payer',
    },
    {
      description: 'From a file that somebody else wrote',
      command: '<%= config.bin %> <%= command.id %> --key Owner --key CostCenter --cost-allocation-tags tags.json',
    },
    {
      description: 'Activate what is missing, without a question',
      command: '<%= config.bin %> <%= command.id %> --policy tags.yaml --profile payer --apply --yes',
    },
  ]

  static override flags = {
    policy: policyFlag,
    'tag-policy': tagPolicyFlag,
    key: Flags.string({
      summary: 'Key besides those of the policies. May be repeated.',
      helpValue: 'KEY',
      multiple: true,
    }),
    'cost-allocation-tags': costAllocationFlag,
    profile: liveFlags.profile,
    role: liveFlags.role,
    'external-id': liveFlags['external-id'],
    apply: Flags.boolean({summary: 'Activate the keys that are not, after asking.'}),
    yes: Flags.boolean({summary: 'Do not ask before --apply.', char: 'y', dependsOn: ['apply']}),
  }

  async run(): Promise<ActivateJson> {
    const {flags} = await this.parse(TagsActivate)
    const {key = [], policy = [], 'tag-policy': levels = [], 'cost-allocation-tags': given = 'aws'} = flags
    if (key.length + policy.length + levels.length === 0) {
      throw userError('no-policy', 'no key to look up', 'Name a policy with --policy FILE, or a key with --key KEY')
    }
    const source = costAllocationSource(given, flags)
    const {listBilledKeys} = await import('../../pipeline/cost-allocation.ts')
    const policies = await readPoliciesAndLevels(policy, levels)
    const keys = await listBilledKeys({policies, keys: key, source}, this.surroundings())
    const {renderBilledKeys} = await import('../../report/billed-keys.ts')
    this.log([...renderBilledKeys(keys)].join('').trimEnd())
    const wanted = keys.flatMap(({key: name, standing}) => (standing === 'inactive' ? [name] : []))
    const activated = flags.apply && wanted.length > 0 ? await this.#activate(wanted, source, flags.yes) : undefined
    const open = keys.some(({standing}) => standing === 'not-seen' || (standing === 'inactive' && !activated))
    process.exitCode = exitCodes[(activated?.failed.length ?? 0) > 0 ? 'unfinished' : open ? 'findings' : 'clean']
    return {schemaVersion: '1.0', keys, ...(activated && {activated})}
  }

  async #activate(keys: readonly string[], source: CostAllocationSource, yes: boolean): Promise<ActivatedKeys> {
    if (!('aws' in source)) {
      throw userError(
        'apply-needs-aws',
        '--apply without AWS',
        'Leave --cost-allocation-tags out, and name the account that pays with --profile or --role',
      )
    }
    const {harmless} = await import('../../report/harmless.ts')
    const {confirm} = await import('../../cli/confirm.ts')
    if (!yes) await confirm(`Activate ${keys.map(harmless).join(', ')} for cost allocation?`, this.signal)
    const {activateBilledKeys} = await import('../../pipeline/cost-allocation.ts')
    const surroundings = this.surroundings()
    const result = await activateBilledKeys(keys, source, surroundings)
    const {backfillCommand} = await import('../../report/billed-keys.ts')
    if (result.activated.length > 0) {
      const year = surroundings.now.getUTCFullYear() - 1
      const month = String(surroundings.now.getUTCMonth() + 1).padStart(2, '0')
      this.log(`\nActivated: ${result.activated.map(harmless).join(', ')}. Earlier charges get them with:\n`)
      this.log(`    ${backfillCommand(`${year}-${month}-01`)}`)
    }
    for (const {key, because} of result.failed) this.logToStderr(harmless(`Not activated: ${key}: ${because}`))
    return result
  }
}
