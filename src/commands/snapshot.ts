import * as Flags from '@oclif/core/flags'

import {awsFlags, awsRequestOf} from '../cli/aws-request.ts'
import {BaseCommand} from '../cli/base-command.ts'
import {exitCodes} from '../cli/exit-codes.ts'
import {gateFlags, liveFlags} from '../cli/flags.ts'
import {screenOf} from '../cli/screen.ts'
import {findStoredBy, stateFlags} from '../cli/state-access.ts'
import {exitCodeOf} from '../cli/verdict.ts'
import type {SnapshotResult} from '../pipeline/snapshot.ts'

export default class Snapshot extends BaseCommand {
  static override summary = 'Write the live side to a file, for scans without access to AWS.'

  static override description =
    'Reads AWS once and writes everything that was seen, with what could not be seen, to a file that every command takes as ' +
    '--snapshot. Secrets are written as salted digests. Exit codes: 0 all was read, 2 wrong usage, 3 something could not be read.'

  static override examples = [
    {
      description: 'All that trueup can compare, in two regions',
      command: '<%= config.bin %> <%= command.id %> --out live.jsonl.gz --region eu-central-1 --region eu-west-1',
    },
    {
      description: 'The types and regions of a state, through a role',
      command:
        '<%= config.bin %> <%= command.id %> --out live.jsonl.gz --state terraform.tfstate --role arn:aws:iam::111122223333:role/audit',
    },
  ]

  static override flags = {
    out: Flags.string({
      summary: 'File to write; compressed where it ends in .gz or .zst.',
      helpValue: 'FILE',
      required: true,
    }),
    ...stateFlags,
    type: Flags.string({
      summary:
        'Terraform or CloudFormation type to read. May be repeated; default: the types of the states, else all known.',
      helpValue: 'TYPE',
      helpGroup: 'LIVE',
      multiple: true,
    }),
    ...awsFlags,
    resume: liveFlags.resume,
    cache: liveFlags.cache,
    strict: gateFlags.strict,
  }

  async run(): Promise<SnapshotJson> {
    const {flags} = await this.parse(Snapshot)
    const {takeSnapshot} = await import('../pipeline/snapshot.ts')
    const {snapshotSummary} = await import('../report/snapshot-summary.ts')
    const {state: states = [], type: types = [], out: file} = flags
    const surroundings = this.surroundings({findStored: findStoredBy(flags, process.env)})
    const result = await takeSnapshot({states, types, file, aws: awsRequestOf(flags, this.project)}, surroundings)
    this.progress.clear()
    for (const line of snapshotSummary(result, screenOf(process.stdout, process.env))) this.log(line)
    process.exitCode = exitOf(result, flags.strict)
    return {schemaVersion: '1.0', ...result}
  }
}

interface SnapshotJson extends SnapshotResult {
  readonly schemaVersion: '1.0'
}

/** A file in which nothing was read to the end is no snapshot of anything, whatever the reason. */
function exitOf({counts, gaps}: SnapshotResult, strict: boolean): number {
  if (counts.scope === 0) return exitCodes.unfinished
  return exitCodeOf({findings: [], gaps}, {failOn: [], strict})
}
