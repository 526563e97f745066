import {BaseCommand} from '../cli/base-command.ts'
import {codeRequestOf} from '../cli/code-request.ts'
import {codeFlags} from '../cli/flags.ts'
import {findStoredBy, stateFlags} from '../cli/state-access.ts'
import {userError} from '../errors.ts'
import type {InspectionJson} from '../report/inspect-schema.ts'

export default class Inspect extends BaseCommand {
  static override summary = 'Show what was read: the resources of Terraform states or code, with ids, tags and places.'

  static override description =
    'Reads states of any Terraform or OpenTofu version that writes format 4, without asking AWS. Values other than ids and tags are never ' +
    'shown. With --config it evaluates the code instead, as far as it can be known without running Terraform; with --state beside it, ' +
    'what the states record is known too. --json holds everything, in the shape of schemas/inspect.schema.json.'

  static override examples = [
    {description: 'One state', command: '<%= config.bin %> <%= command.id %> --state terraform.tfstate'},
    {
      description: 'The state of a backend',
      command: 'terraform state pull | <%= config.bin %> <%= command.id %> --state -',
    },
    {
      description: 'All addresses of all states below a folder',
      command: "<%= config.bin %> <%= command.id %> --state envs/ --json | jq -r '.resources[].address'",
    },
    {
      description: 'What the code of a folder sets, and which of it cannot be known',
      command: '<%= config.bin %> <%= command.id %> --config infra/ --var region=eu-central-1 --json',
    },
  ]

  static override flags = {...stateFlags, ...codeFlags}

  async run(): Promise<InspectionJson | undefined> {
    const {flags} = await this.parse(Inspect)
    const code = codeRequestOf(flags, process.env)
    const {inspect, inspectCode} = await import('../pipeline/inspect.ts')
    const surroundings = this.surroundings({findStored: findStoredBy(flags, process.env)})
    const inspection =
      code === undefined
        ? await inspect(named(flags.state), surroundings)
        : await inspectCode(code, flags.state ?? [], surroundings)
    this.progress.clear()
    if (this.jsonEnabled()) return (await import('../report/inspect-json.ts')).inspectionJson(inspection)
    const {renderInspection} = await import('../report/inspect.ts')
    const {chunks} = await import('../report/chunks.ts')
    const {screenOf} = await import('../cli/screen.ts')
    const {writeToStream} = await import('../cli/write-reports.ts')
    const screen = screenOf(process.stdout, process.env)
    await writeToStream(chunks(renderInspection(inspection, screen)), screen.stream)
    return undefined
  }
}

function named(states: readonly string[] | undefined): readonly string[] {
  if (states === undefined) {
    throw userError('no-state', 'no state to inspect', 'Name one with --state FILE, or code with --config DIR')
  }
  return states
}
