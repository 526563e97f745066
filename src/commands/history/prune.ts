import * as Flags from '@oclif/core/flags'

import {BaseCommand} from '../../cli/base-command.ts'
import {historyPlaceOf, placeFlags} from '../../cli/history-flags.ts'
import {printText} from '../../cli/print-text.ts'
import {parseSince} from '../../cli/since.ts'
import {userError} from '../../errors.ts'
import type {Pruned} from '../../pipeline/history.ts'

export default class HistoryPrune extends BaseCommand {
  static override summary = 'Take old runs out of a history.'

  static override description =
    'Tells which runs would go, and with --apply takes them away for good. Never the last run of a scope, and never the one that somebody was ' +
    'told of last: what comes next is compared with them.'

  static override examples = [
    '<%= config.bin %> <%= command.id %> --keep history --keep-last 90',
    {
      description: 'All that is older than a year, away',
      command: '<%= config.bin %> <%= command.id %> --keep s3://trueup-history/prod --older-than 365d --apply',
    },
  ]

  static override flags = {
    ...placeFlags,
    'keep-last': Flags.integer({summary: 'Runs of each scope that stay.', helpValue: 'N', min: 1}),
    'older-than': Flags.string({
      summary: 'Only runs before then: an age (365d), a day or a moment.',
      helpValue: 'AGE|TIME',
    }),
    apply: Flags.boolean({summary: 'Take them away.'}),
  }

  async run(): Promise<Pruned> {
    const {flags} = await this.parse(HistoryPrune)
    const where = historyPlaceOf(flags, process.env)
    if (!where) throw userError('no-history', 'nothing says where runs are kept', 'Name it with --keep DIR or URL')
    const {'keep-last': last, 'older-than': age} = flags
    if (last === undefined && age === undefined) {
      throw userError(
        'history-retention-missing',
        'nothing says which runs may go',
        'Name --keep-last N or --older-than AGE',
      )
    }
    const surroundings = this.surroundings()
    const {pruneHistory} = await import('../../pipeline/history.ts')
    const retention = {
      ...(last !== undefined && {last}),
      ...(age !== undefined && {from: parseSince(age, surroundings.now)}),
    }
    const pruned = await pruneHistory({...where, ...retention, apply: flags.apply}, surroundings)
    this.progress.clear()
    if (!this.jsonEnabled()) {
      const {renderPruned} = await import('../../report/over-time/pruned.ts')
      await printText(() => renderPruned(pruned))
    }
    return pruned
  }
}
