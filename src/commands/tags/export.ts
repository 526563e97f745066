import * as Flags from '@oclif/core/flags'

import {BaseCommand} from '../../cli/base-command.ts'
import {policyFlag, tagPolicyFlag} from '../../cli/flags.ts'
import {readPoliciesAndLevels} from '../../cli/read-policies.ts'
import {writeDocuments} from '../../cli/write-documents.ts'
import {userError} from '../../errors.ts'
import type {ExportTargetName} from '../../pipeline/tag-policies.ts'
import {exportJson, exportFiles, leftText, type ExportJson} from '../../report/export-text.ts'

const targets = [
  'tag-policy',
  'scp',
  'config-rule',
  'terraform-tag-policy',
  'terraform-scp',
  'terraform-config-rule',
] as const satisfies readonly ExportTargetName[]

export default class TagsExport extends BaseCommand {
  static override summary =
    'Write a tag policy in the words of AWS: tag policies, service control policies, AWS Config rules, Terraform.'

  static override description =
    'Keeps to the sizes and numbers that AWS takes: a policy that does not fit becomes several. What the target cannot say (a regular ' +
    'expression, an exemption, ...) is listed on standard error and in --json, never left out silently.'

  static override examples = [
    {
      description: 'AWS Organizations tag policies, to be attached to one target',
      command: '<%= config.bin %> <%= command.id %> --policy tags.yaml --to tag-policy --out policies/',
    },
    {
      description: 'Terraform code of a service control policy against creating untagged instances and databases',
      command:
        '<%= config.bin %> <%= command.id %> --policy tags.yaml --to terraform-scp --type aws_instance --type aws_db_instance',
    },
  ]

  static override flags = {
    policy: policyFlag,
    'tag-policy': tagPolicyFlag,
    to: Flags.option({options: targets})({summary: 'What to write.', required: true}),
    type: Flags.string({
      summary:
        'Service control policies: Terraform type for rules that name none. May be repeated; default: the types that most money goes to.',
      helpValue: 'TYPE',
      multiple: true,
    }),
    enforce: Flags.boolean({
      summary: 'Tag policies: let AWS refuse what does not comply, instead of reporting it.',
    }),
    out: Flags.string({summary: 'Folder for a file each, instead of standard output.', helpValue: 'DIR'}),
  }

  async run(): Promise<ExportJson> {
    const {flags} = await this.parse(TagsExport)
    const {to, type, enforce, out, policy = [], 'tag-policy': levels = []} = flags
    if (policy.length + levels.length === 0) {
      throw userError('no-policy', 'no tag policy to export', 'Name one with --policy FILE')
    }
    const policies = await readPoliciesAndLevels(policy, levels)
    const {exportPolicy} = await import('../../pipeline/tag-policies.ts')
    const exported = await exportPolicy({policies, to, enforce, ...(type && {types: type})})
    const files = exportFiles(exported)
    if (out === undefined) for (const {text} of files) this.log(text.trimEnd())
    else await writeDocuments(out, files, this.signal)
    for (const line of leftText(exported)) this.logToStderr(line)
    return exportJson(to, exported)
  }
}
