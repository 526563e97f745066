import {BaseCommand} from '../cli/base-command.ts'
import type {IamPolicy} from '../pipeline/types.ts'

export default class Permissions extends BaseCommand {
  static override summary = 'Print the least IAM policy for a scan.'

  static override description =
    'A policy document with every AWS action that trueup calls, all of which only read. Attach it to the user or role that ' +
    'scans; one that scans through --role needs sts:AssumeRole for that role instead.'

  static override examples = ['<%= config.bin %> permissions > trueup-policy.json']

  async run(): Promise<IamPolicy> {
    await this.parse(Permissions)
    const {scanPolicy} = await import('../pipeline/types.ts')
    const policy = scanPolicy()
    this.log(JSON.stringify(policy, undefined, 2))
    return policy
  }
}
