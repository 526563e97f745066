import * as Flags from '@oclif/core/flags'

import {BaseCommand} from '../../cli/base-command.ts'
import {findStoredBy} from '../../cli/state-access.ts'
import {tagsFlags, tagsRequestOf} from '../../cli/tags-flags.ts'
import type {TagCoverageJson} from '../../report/tag-coverage-schema.ts'

export default class TagsCoverage extends BaseCommand {
  static override summary = 'Show how much of what can be tagged has the tags that policies require.'

  static override description =
    'By count and by what it costs to run (accelerators, at list prices), by key, team, type, account and region. What cannot be tagged is in ' +
    'no figure; what is not knowable is in a column of its own. With --baseline, only what an earlier report does not know counts.'

  static override usage = ['<%= command.id %> --policy FILE [--config DIR] [--state PATH...] [--snapshot FILE] [FLAGS]']

  static override examples = [
    {
      description: 'An account, as a snapshot has it',
      command: '<%= config.bin %> <%= command.id %> --snapshot live.jsonl.gz --policy policies/finops-baseline.yaml',
    },
    {
      description: 'Only what is new since a report was kept',
      command: '<%= config.bin %> <%= command.id %> --region eu-central-1 --policy tags.yaml --baseline tags.json',
    },
  ]

  static override flags = {
    ...tagsFlags,
    baseline: Flags.file({
      summary: 'Baseline, or JSON report of an earlier tags check: violations in it are left out.',
      helpValue: 'FILE',
      helpGroup: 'TAGS',
    }),
  }

  async run(): Promise<TagCoverageJson | undefined> {
    const {flags} = await this.parse(TagsCoverage)
    const request = await tagsRequestOf(flags, process.env, {typed: this.typed})
    const baseline = await this.#known(flags.baseline)
    const {coverTags} = await import('../../pipeline/tags-coverage.ts')
    const {exitCodeOf} = await import('../../cli/verdict.ts')
    const surroundings = this.surroundings({findStored: findStoredBy(flags, process.env)})
    const coverage = await coverTags({...request, baseline}, surroundings)
    this.progress.clear()
    process.exitCode = exitCodeOf({findings: [], gaps: coverage.gaps}, {failOn: [], strict: false})
    if (this.jsonEnabled()) return {schemaVersion: '1.0', ...coverage}
    const {renderTagCoverage} = await import('../../report/tag-coverage.ts')
    const {chunks} = await import('../../report/chunks.ts')
    const {screenOf} = await import('../../cli/screen.ts')
    const {writeToStream} = await import('../../cli/write-reports.ts')
    const screen = screenOf(process.stdout, process.env)
    await writeToStream(chunks(renderTagCoverage(coverage, screen)), screen.stream)
    return undefined
  }

  async #known(file: string | undefined): Promise<ReadonlySet<string>> {
    if (file === undefined) return new Set()
    const {readReportText} = await import('../../cli/read-baseline.ts')
    const {knownFingerprints} = await import('../../pipeline/baseline.ts')
    return knownFingerprints(await readReportText(file), this.surroundings().now.toISOString().slice(0, 10))
  }
}
