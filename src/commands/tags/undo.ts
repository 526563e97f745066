import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'

import {BaseCommand} from '../../cli/base-command.ts'
import {exitCodes} from '../../cli/exit-codes.ts'
import {liveFlags} from '../../cli/flags.ts'
import type {AppliedTags} from '../../model/applied-tags.ts'

export default class TagsUndo extends BaseCommand {
  static override summary = 'Restore the tags that live objects had before tags fix --apply.'

  static override description =
    'Removes what was added, restores what was overwritten, and leaves objects whose tags somebody changed since, unless --force. May be ' +
    'run again: what is restored already is not touched. Exit codes: 0 all restored, 2 wrong usage, 3 something could not be restored.'

  static override examples = [
    '<%= config.bin %> <%= command.id %> trueup-undo-2026-05-01T09-12-00Z.jsonl',
    '<%= config.bin %> <%= command.id %> undo.jsonl --profile production --yes',
  ]

  static override args = {file: Args.string({description: 'File that tags fix --apply wrote.', required: true})}

  static override flags = {
    profile: liveFlags.profile,
    role: liveFlags.role,
    'external-id': liveFlags['external-id'],
    force: Flags.boolean({summary: 'Restore objects whose tags were changed again since, too.'}),
    yes: Flags.boolean({summary: 'Do not ask.', char: 'y'}),
  }

  async run(): Promise<AppliedTags | undefined> {
    const {args, flags} = await this.parse(TagsUndo)
    const {readUndo, undoTagFix} = await import('../../pipeline/tags-undo.ts')
    const {accessOf} = await import('../../cli/aws-access.ts')
    const records = await readUndo(args.file)
    const {confirm} = await import('../../cli/confirm.ts')
    const objects = new Set(records.map(({arn}) => arn)).size
    if (!flags.yes) await confirm(`Restore the former tags of ${objects} objects?`, this.signal)
    const applied = await undoTagFix(records, {...accessOf(flags), force: flags.force}, this.surroundings())
    this.progress.clear()
    process.exitCode = exitCodes[applied.failed.length > 0 ? 'unfinished' : 'clean']
    if (this.jsonEnabled()) return applied
    const {renderAppliedTags} = await import('../../report/applied-tags.ts')
    for (const text of renderAppliedTags(applied)) this.log(text.trimEnd())
    return undefined
  }
}
