import * as Args from '@oclif/core/args'

import {BaseCommand} from '../../cli/base-command.ts'
import {readPolicies} from '../../cli/read-policies.ts'
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
  ]

  static override strict = false

  static override args = {
    file: Args.string({
      description: 'Tag policies of one level, joined by commas; a level each, from the root to the account.',
      required: true,
    }),
  }

  async run(): Promise<EffectiveTagPolicy & {readonly schemaVersion: '1.0'}> {
    const {argv} = await this.parse(TagsEffective)
    const levels = await Promise.all(argv.map((level) => readPolicies(String(level).split(','))))
    const {mergeTagPolicies} = await import('../../pipeline/tag-policies.ts')
    const effective = await mergeTagPolicies(levels)
    this.log([...writeJson({...effective})].join('').trimEnd())
    return {schemaVersion: '1.0', ...effective}
  }
}
