import * as Flags from '@oclif/core/flags'

import {BaseCommand} from '../cli/base-command.ts'
import {codeRequestOf} from '../cli/code-request.ts'
import {codeFlags, liveFlags, selectionFlags} from '../cli/flags.ts'
import {placeFlags} from '../cli/history-flags.ts'
import {findStoredBy, stateFlags} from '../cli/state-access.ts'
import {purposeNames} from '../pipeline/purposes.ts'

export default class Permissions extends BaseCommand {
  static override summary = 'Print the least IAM policy for a run.'

  static override description =
    'Policy documents with every AWS action that the run calls, grouped by who calls them; all of them only read, but for those of --for tags-fix, tags-activate and history. With states or code, what a ' +
    'scan of them looks at: what they declare, what Cloud Control needs for it underneath, and what nobody declares, which --only and --skip narrow down; --live narrows it to one source. The statement ' +
    'TrueupCloudControlFallback is for types whose service does not answer: without it they are gaps then. With --role it prints what the caller needs as well, ' +
    'and with --trusted the trust policy of the role. Documents keep to the size of a managed policy: what does not fit in one is split. States in S3 are read: a KMS key that encrypts one is ' +
    'granted by its ARN; what no policy can name here is told on standard error.'

  static override examples = [
    '<%= config.bin %> <%= command.id %> > trueup-policy.json',
    {
      description: 'For what a state declares, as Terraform',
      command: '<%= config.bin %> <%= command.id %> --state terraform.tfstate --format terraform',
    },
    {
      description: 'For an organisation, read through a role in every account',
      command:
        '<%= config.bin %> <%= command.id %> --role trueup --organization --trusted arn:aws:iam::111122223333:role/ci --format terraform',
    },
    {
      description: 'For the bucket that runs are kept in',
      command: '<%= config.bin %> <%= command.id %> --for history --keep s3://trueup-history/prod',
    },
  ]

  static override flags = {
    for: Flags.option({options: purposeNames, multiple: true})({
      summary: 'What the run does. May be repeated; default: scan.',
    }),
    ...stateFlags,
    ...codeFlags,
    type: Flags.string({
      summary:
        'Terraform or CloudFormation type that is read, besides what is declared, and nothing else. May be repeated; default: all that a scan looks at.',
      helpValue: 'TYPE',
      multiple: true,
    }),
    ...selectionFlags,
    live: liveFlags.live,
    role: liveFlags.role,
    'external-id': liveFlags['external-id'],
    organization: liveFlags.organization,
    keep: placeFlags.keep,
    trusted: Flags.string({
      summary: 'ARN of who assumes the role, for its trust policy.',
      helpValue: 'ARN',
    }),
    format: Flags.option({options: ['json', 'terraform'] as const, default: 'json'})({
      summary: 'Documents as JSON, or as Terraform code with the role and its attachments.',
    }),
  }

  async run(): Promise<object> {
    const {flags} = await this.parse(Permissions)
    const {planPermissions} = await import('../pipeline/permissions.ts')
    const {permissionsJson, permissionsTerraform} = await import('../report/permissions.ts')
    const request = {
      purposes: flags.for ?? ['scan' as const],
      choice: flags.live,
      states: flags.state ?? [],
      code: codeRequestOf(flags, process.env),
      only: flags.only,
      skip: flags.skip,
      types: flags.type ?? [],
      roles: flags.role ?? [],
      organization: flags.organization,
      ...(flags['external-id'] === undefined ? {} : {externalId: flags['external-id']}),
      ...(flags.keep === undefined ? {} : {history: flags.keep}),
      ...(flags.trusted === undefined ? {} : {trusted: flags.trusted}),
    }
    const plan = await planPermissions(request, {...this.surroundings(), findStored: findStoredBy(flags, process.env)})
    this.progress.clear()
    const document = permissionsJson(plan)
    for (const note of plan.notes) process.stderr.write(`${note}\n`)
    this.log(flags.format === 'json' ? JSON.stringify(document, undefined, 2) : permissionsTerraform(plan))
    return document
  }
}
