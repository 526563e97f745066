import {awsFlags, awsRequestOf} from '../cli/aws-request.ts'
import {BaseCommand} from '../cli/base-command.ts'
import {exitCodes} from '../cli/exit-codes.ts'
import {gateFlags, policyFlag} from '../cli/flags.ts'
import {networkOf} from '../cli/network.ts'
import {readPolicies} from '../cli/read-policies.ts'
import {screenOf} from '../cli/screen.ts'
import {findStoredBy, stateFlags} from '../cli/state-access.ts'
import type {CheckupJson} from '../report/doctor-schema.ts'

export default class Doctor extends BaseCommand {
  static override summary =
    'Check what a scan needs: credentials, clock, regions, AWS Config, tags, and say what to do.'

  static override description =
    'Asks AWS for nothing but how it is set up, and changes nothing. States narrow the checks to their places and types; tag policies ' +
    'name the keys that should be activated for cost allocation. Exit codes: 0 a scan can run (with --strict: without a warning), 2 wrong ' +
    'usage, 3 it cannot, or not everywhere.'

  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    {
      description: 'For what a state declares',
      command: '<%= config.bin %> <%= command.id %> --state terraform.tfstate',
    },
    {
      description: 'For every account of the organization, in the regions that it has enabled',
      command: '<%= config.bin %> <%= command.id %> --role trueup --organization --region all --json',
    },
  ]

  static override flags = {...stateFlags, ...awsFlags, policy: policyFlag, strict: gateFlags.strict}

  async run(): Promise<CheckupJson> {
    const {flags} = await this.parse(Doctor)
    const {doctor} = await import('../pipeline/doctor.ts')
    const {checkupJson, renderCheckup} = await import('../report/doctor.ts')
    const request = {
      states: flags.state ?? [],
      aws: awsRequestOf(flags, this.project),
      policies: await readPolicies(flags.policy ?? []),
      network: networkOf(process.env, process.versions.node),
    }
    const checkup = await doctor(request, this.surroundings({findStored: findStoredBy(flags, process.env)}))
    this.progress.clear()
    for (const line of renderCheckup(checkup, screenOf(process.stdout, process.env))) this.log(line)
    const fails = checkup.checks.some(({status}) => status === 'fail' || (flags.strict && status === 'warn'))
    process.exitCode = fails ? exitCodes.unfinished : exitCodes.clean
    return checkupJson(checkup)
  }
}
