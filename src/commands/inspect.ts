import {BaseCommand} from '../cli/base-command.ts'
import {stateFlag} from '../cli/flags.ts'
import {userError} from '../errors.ts'
import type {InspectionJson} from '../report/inspect-schema.ts'

export default class Inspect extends BaseCommand {
  static override summary = 'Show what was read: the resources of Terraform states, with ids, tags and places.'

  static override description =
    'Reads states of any Terraform or OpenTofu version that writes format 4, without asking AWS. Values other than ids and tags are never ' +
    'shown. --json holds everything, in the shape of schemas/inspect.schema.json.'

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
  ]

  static override flags = {state: stateFlag}

  async run(): Promise<InspectionJson | undefined> {
    const {flags} = await this.parse(Inspect)
    if (flags.state === undefined) throw userError('no-state', 'no state to inspect', 'Name one with --state FILE')
    const {inspect} = await import('../pipeline.ts')
    const inspection = await inspect(flags.state, this.surroundings())
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
