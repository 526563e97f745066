import * as Flags from '@oclif/core/flags'

import {BaseCommand} from '../cli/base-command.ts'
import {historyPlaceOf, placeFlags} from '../cli/history-flags.ts'
import {typedTargets} from '../cli/history-target.ts'
import {parseSince} from '../cli/since.ts'
import {userError} from '../errors.ts'
import {historyFormatNames} from '../report/over-time/formats.ts'
import type {HistoryJson} from '../report/over-time/schema.ts'

export default class History extends BaseCommand {
  static override summary = 'Show what is new, gone and back again over kept runs, how long it lived and what it cost.'

  static override description =
    'Reads what trueup scan --keep kept. Runs are compared with runs that looked at the same things; a finding that the last run could not ' +
    'have seen is not known, never gone. Costs are list prices over the time between the first run that saw a finding and the first that no ' +
    'longer did. Exit codes: 0, also with findings; 3 where kept runs could not be read.'

  static override examples = [
    '<%= config.bin %> <%= command.id %> --keep history',
    {
      description: 'What changed in the last 30 days, of runs that are kept in S3',
      command: '<%= config.bin %> <%= command.id %> --keep s3://trueup-history/prod --since 30d',
    },
    {
      description: 'What the last run changed, for a job summary',
      command: '<%= config.bin %> <%= command.id %> --keep history --last 1 --report markdown=summary.md',
    },
  ]

  static override flags = {
    ...placeFlags,
    scope: Flags.string({
      summary: 'Id of the scope to show; default: that of the latest run.',
      helpValue: 'ID',
      helpGroup: 'SELECTION',
    }),
    since: Flags.string({
      summary: 'Only runs since then, against the one before: an age (30d), a day or a moment.',
      helpValue: 'AGE|TIME',
      helpGroup: 'SELECTION',
    }),
    last: Flags.integer({
      summary: 'Only the last N runs, against the one before.',
      helpValue: 'N',
      helpGroup: 'SELECTION',
      min: 1,
    }),
    report: Flags.string({
      summary: `Report to write: ${historyFormatNames.join(', ')}; to a file or to standard output. May be repeated.`,
      helpValue: 'FORMAT[=FILE]',
      helpGroup: 'OUTPUT',
      multiple: true,
    }),
  }

  async run(): Promise<HistoryJson | undefined> {
    const {flags} = await this.parse(History)
    const where = historyPlaceOf(flags, process.env)
    if (!where) throw userError('no-history', 'nothing says where runs are kept', 'Name it with --keep DIR or URL')
    const surroundings = this.surroundings()
    const {tellHistory} = await import('../pipeline/history.ts')
    const history = await tellHistory(
      {
        ...where,
        ...(flags.scope !== undefined && {scope: flags.scope}),
        ...(flags.since !== undefined && {from: parseSince(flags.since, surroundings.now)}),
        ...(flags.last !== undefined && {last: flags.last}),
      },
      surroundings,
    )
    this.progress.clear()
    const {writeRendered} = await import('../cli/write-rendered.ts')
    const {historyFormats} = await import('../report/over-time/formats.ts')
    const targets = typedTargets(flags.report, this.typed)
    const shown = targets.length === 0 && !this.jsonEnabled() ? [{format: 'terminal'} as const] : targets
    for (const {format, file} of shown) {
      const render = await historyFormats[format]()
      await writeRendered((options) => render(history, options), file, this.signal)
    }
    const {exitCodes} = await import('../cli/exit-codes.ts')
    process.exitCode = history.gaps.length > 0 ? exitCodes.unfinished : exitCodes.clean
    if (!this.jsonEnabled()) return undefined
    const {historyJson} = await import('../report/over-time/json.ts')
    return historyJson(history)
  }
}
