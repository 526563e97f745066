import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'

import {accessOf} from '../../cli/aws-access.ts'
import {BaseCommand} from '../../cli/base-command.ts'
import {liveFlags} from '../../cli/flags.ts'
import {readPolicies} from '../../cli/read-policies.ts'
import {userError} from '../../errors.ts'
import type {EffectiveTagPolicy} from '../../pipeline/tag-policies.ts'
import {writeJson} from '../../report/write-json.ts'

export default class TagsEffective extends BaseCommand {
  static override summary = 'Merge AWS Organizations tag policies into the one that holds for an account.'

  static override description =
    'Takes the policies as they are attached, from the root over the organizational units to the account, and merges them as AWS does, ' +
    'without asking AWS. Policies attached to one target are joined by a comma, in the order in which they were attached. Prints the ' +
    'effective policy in the form in which AWS shows it. A policy that AWS would refuse is refused, with file, line and column.'

  static override examples = [
    {
      description: 'A policy at the root and one at the account',
      command: '<%= config.bin %> <%= command.id %> root.json account.json',
    },
    {
      description: 'Two policies attached to the root, in the order of their attachment',
      command: '<%= config.bin %> <%= command.id %> root-first.json,root-second.json account.json',
    },
    {
      description: 'What AWS itself has for an account',
      command: '<%= config.bin %> <%= command.id %> --account 111122223333 --profile management',
    },
  ]

  static override strict = false

  static override args = {
    file: Args.string({
      description: 'Tag policies of one level, joined by commas; a level each, from the root to the account.',
    }),
  }

  static override flags = {
    account: Flags.string({
      summary: 'Ask AWS for the policy of this account instead of merging files.',
      helpValue: 'ID',
      helpGroup: 'LIVE',
    }),
    profile: liveFlags.profile,
    role: liveFlags.role,
    'external-id': liveFlags['external-id'],
  }

  async run(): Promise<EffectiveTagPolicy & {readonly schemaVersion: '1.0'}> {
    const {argv, flags} = await this.parse(TagsEffective)
    const effective = await this.#effective(argv.map(String), flags)
    this.log([...writeJson({...effective})].join('').trimEnd())
    return {schemaVersion: '1.0', ...effective}
  }

  async #effective(files: readonly string[], flags: AccountFlags): Promise<EffectiveTagPolicy> {
    const {account} = flags
    if ((account === undefined) === (files.length === 0)) {
      const hint = 'Name files from the root to the account, or an account with --account ID'
      throw userError('usage', account === undefined ? 'no tag policy to merge' : 'files and --account at once', hint)
    }
    if (account !== undefined) {
      if (!/^\d{12}$/.test(account)) {
        throw userError('usage', `--account ${account} is no account`, 'An account has twelve digits')
      }
      const {accountTagPolicy} = await import('../../pipeline/account-tag-policy.ts')
      return accountTagPolicy(account, accessOf(flags), this.signal)
    }
    const levels = await Promise.all(files.map((level) => readPolicies(level.split(','))))
    const {mergeTagPolicies} = await import('../../pipeline/tag-policies.ts')
    return mergeTagPolicies(levels)
  }
}

interface AccountFlags {
  readonly account?: string | undefined
  readonly profile?: string | undefined
  readonly role?: readonly string[] | undefined
  readonly 'external-id'?: string | undefined
}
