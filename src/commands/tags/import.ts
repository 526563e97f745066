import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'

import {writeAtomically} from '../../files/atomic-write.ts'
import {BaseCommand} from '../../cli/base-command.ts'
import {readPolicies} from '../../cli/read-policies.ts'

export default class TagsImport extends BaseCommand {
  static override summary = 'Turn AWS tag policies or AWS Config rules into a policy of trueup.'

  static override description =
    'Takes AWS Organizations tag policies (several levels merge as AWS merges them, from the root to the account; those of one level are ' +
    'joined by a comma), effective ones, and AWS Config rules about tags: their parameters, or what `aws configservice ' +
    'describe-config-rules` prints. What our language cannot say stands as a comment at the top, and on standard error.'

  static override examples = [
    {
      description: 'The tag policies of a root and an account',
      command: '<%= config.bin %> <%= command.id %> root.json account.json --out tags.yaml',
    },
    {
      description: 'The rules of AWS Config about tags',
      command: 'aws configservice describe-config-rules > rules.json && <%= config.bin %> <%= command.id %> rules.json',
    },
  ]

  static override strict = false

  static override args = {
    file: Args.string({description: 'Policies of one level, joined by commas; a level each.', required: true}),
  }

  static override flags = {
    out: Flags.string({summary: 'File to write, instead of standard output.', helpValue: 'FILE'}),
  }

  async run(): Promise<{
    readonly schemaVersion: '1.0'
    readonly policy: string
    readonly notCarriedOver: readonly string[]
  }> {
    const {argv, flags} = await this.parse(TagsImport)
    const levels = await Promise.all(argv.map((level) => readPolicies(String(level).split(','))))
    const {importTagPolicies} = await import('../../pipeline/tag-policies.ts')
    const {text, left} = await importTagPolicies(levels)
    const {harmless} = await import('../../report/harmless.ts')
    if (flags.out === undefined) this.log(text.split('\n').map(harmless).join('\n').trimEnd())
    else await writeAtomically(flags.out, text, this.signal)
    for (const line of left) this.logToStderr(harmless(`Not carried over: ${line}`))
    return {schemaVersion: '1.0', policy: text, notCarriedOver: left}
  }
}
