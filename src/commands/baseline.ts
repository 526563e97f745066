import * as Flags from '@oclif/core/flags'

import {BaseCommand} from '../cli/base-command.ts'
import {parseDay} from '../cli/day.ts'
import {scanFlags, scanRequestOf, type ScanFlags} from '../cli/scan-request.ts'
import {baselineFileOf, baselineName, selectRequestOf, type SelectFlags} from '../cli/select-request.ts'
import {existingBaseline, readReportText} from '../cli/read-baseline.ts'
import {findStoredBy} from '../cli/state-access.ts'
import {writeAtomically} from '../files/atomic-write.ts'
import type {BaselineText, ReportedRun} from '../pipeline/baseline.ts'
import {chunks} from '../report/chunks.ts'
import {counted} from '../report/count-text.ts'

interface BaselineJson {
  readonly file: string
  readonly accepted: number
  readonly added: number
  readonly kept: number
  readonly dropped: number
}

const {baseline, ...others} = scanFlags

/** Typed as what it is made of: oclif's own types of it cannot be named in declarations. */
const written: typeof baseline = {
  ...baseline,
  summary: `File to write. Default: ${baselineName} beside the project file, else here.`,
}

export default class Baseline extends BaseCommand {
  static override summary = "Accept today's findings: from then on, new ones alone fail a build."

  static override description =
    `Scans as trueup scan does, or takes a report that was kept, and writes what was found to ${baselineName}, to be committed. What was accepted ` +
    'before keeps its day and its reason; what is gone is dropped; what was not looked for this time stays. A finding is known by what it is ' +
    'about, not by its value: one that gets worse in severity is new again.'

  static override usage = [
    '<%= command.id %> --state PATH... [--snapshot FILE] [FLAGS]',
    '<%= command.id %> --from REPORT',
  ]

  static override examples = [
    {
      description: 'Accept what is there today, and say why',
      command: '<%= config.bin %> <%= command.id %> --state states/ --snapshot live.jsonl.gz --reason "before trueup"',
    },
    {
      description: 'From a report of the pipeline: trueup scan or tags check --report json=drift.json',
      command: '<%= config.bin %> <%= command.id %> --from drift.json',
    },
    {
      description: 'Drop what is gone, accept nothing new',
      command: '<%= config.bin %> <%= command.id %> --state states/ --update',
    },
    {
      description: 'Accept some of it, for a time',
      command: `<%= config.bin %> <%= command.id %> --from drift.json --filter "kind=='tags'" --until 2027-03-31`,
    },
  ]

  static override flags = {
    ...others,
    baseline: written,
    from: Flags.file({summary: 'JSON report to take the findings of, instead of scanning.', helpValue: 'REPORT'}),
    update: Flags.boolean({summary: 'Drop what is gone, and accept nothing new.'}),
    reason: Flags.string({summary: 'Why what is accepted now is.', helpValue: 'TEXT'}),
    'accepted-by': Flags.string({summary: 'Who accepts it.', helpValue: 'NAME'}),
    until: Flags.string({
      summary: 'The last day on which it counts; afterwards it is new: 2026-12-31.',
      helpValue: 'DAY',
      parse: async (input) => parseDay(input),
    }),
  }

  async run(): Promise<BaselineJson | undefined> {
    const {flags} = await this.parse(Baseline)
    const file = baselineFileOf(flags.baseline, this.foundProject)
    const earlier = await existingBaseline(file)
    const {from, reason, 'accepted-by': by, until, update} = flags
    const {makeBaseline} = await import('../pipeline/baseline.ts')
    const since = this.surroundings().now.toISOString().slice(0, 10)
    const run = from === undefined ? await this.#scanned(flags, earlier) : await reportedIn(from, flags.filter)
    const {baseline: made, ...counts} = makeBaseline(run, earlier, {since, by, reason, until, update})
    const {renderBaseline} = await import('../report/baseline.ts')
    await writeAtomically(file, chunks(renderBaseline(made)), this.signal)
    this.progress.clear()
    const result = {file, accepted: made.findings.length, ...counts}
    if (this.jsonEnabled()) return result
    const {added, kept, dropped} = counts
    this.log(
      `${file}: ${counted(result.accepted, 'finding')} accepted, ${added} of them now, ${kept} before; ${dropped} dropped.`,
    )
    return undefined
  }

  async #scanned(flags: ScanFlags & SelectFlags, earlier: BaselineText | undefined): Promise<ReportedRun> {
    const {scan} = await import('../pipeline/scan.ts')
    const {conclude} = await import('../cli/verdict.ts')
    const {reportJson} = await import('../report/json.ts')
    const given = {root: this.config.root, project: this.project, env: process.env}
    const {ignores, filters} = await selectRequestOf({...flags, baseline: 'none'}, this.foundProject)
    const select = {...(ignores && {ignores}), ...(filters && {filters}), ...(earlier && {baseline: earlier})}
    const stored = this.surroundings({findStored: findStoredBy(flags, process.env)})
    const report = await scan({...(await scanRequestOf(flags, given)), select}, stored)
    conclude(report, {failOn: [], strict: false})
    return reportJson(report)
  }
}

async function reportedIn(file: string, filters: readonly string[] | undefined): Promise<ReportedRun> {
  const {readReport} = await import('../pipeline/baseline.ts')
  return readReport(await readReportText(file), filters)
}
