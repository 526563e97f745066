import * as Flags from '@oclif/core/flags'

import {BaseCommand} from '../cli/base-command.ts'
import {exitCodes} from '../cli/exit-codes.ts'
import {readReportText} from '../cli/read-baseline.ts'
import {scanFlags, scanRequestOf} from '../cli/scan-request.ts'
import {selectRequestOf} from '../cli/select-request.ts'
import {findStoredBy} from '../cli/state-access.ts'
import type {FixPlan} from '../model/fix-plan.ts'
import type {FoundFix} from '../pipeline/fix.ts'
import type {FixJson} from '../report/fix-schema.ts'

export default class Fix extends BaseCommand {
  static override summary = 'Show what would mend drift: import blocks, edits of the code, commands.'

  static override description =
    'Scans, or takes a report that a scan wrote, and prints a patch of the code and the commands for the rest; nothing is changed unless ' +
    'asked. Unmanaged objects get import blocks in imports.tf. Where code and AWS differ, the live value is written into the code, as far as ' +
    'the code says it in one plain place (which takes --config), and what is critical is put back by an apply; --keep chooses one side for ' +
    'all. Secrets are never written. AWS is only read. Exit codes: 0 all is mended, or would be; 1 something is left; 2 wrong usage; 3 ' +
    'something could not be read or written.'

  /** oclif's own would spell out every pair of flags that exclude each other. */
  static override usage = [
    '<%= command.id %> --state PATH... --config DIR [--write | --out FILE] [FLAGS]',
    '<%= command.id %> --from report.json [--write | --out FILE]',
  ]

  static override examples = [
    {description: 'For the embedded sample account', command: '<%= config.bin %> <%= command.id %> --demo'},
    {
      description: 'From a report that was kept, as a patch',
      command: '<%= config.bin %> <%= command.id %> --from report.json --out fixes.patch',
    },
    {
      description: 'Edit the code so that it says what is live',
      command: '<%= config.bin %> <%= command.id %> --state terraform.tfstate --config . --keep aws --write',
    },
  ]

  static override flags = {
    ...scanFlags,
    from: Flags.file({
      summary: 'Report of a scan, as JSON, instead of a scan.',
      helpValue: 'FILE',
      helpGroup: 'FIX',
      exclusive: ['state', 'plan', 'config', 'snapshot', 'demo', 'only', 'skip'],
    }),
    keep: Flags.option({options: ['aws', 'code'] as const})({
      summary: 'Which side stays where both differ: aws edits the code, code puts back what it says by an apply.',
      helpGroup: 'FIX',
    }),
    write: Flags.boolean({summary: 'Edit the code, and write imports.tf.', helpGroup: 'FIX'}),
    out: Flags.string({
      summary: 'Write the patch to a file, for git apply.',
      helpValue: 'FILE',
      helpGroup: 'FIX',
      exclusive: ['write'],
    }),
  }

  async run(): Promise<FixJson | undefined> {
    const {flags} = await this.parse(Fix)
    const {draftFix, writeFix, fixesIn} = await import('../pipeline/fix.ts')
    const kept = flags.from === undefined ? undefined : await readReportText(flags.from)
    const found = kept ? fixesIn(kept.text, kept.name) : await this.#scan()
    const draft = await draftFix(found, flags.keep)
    this.progress.clear()
    const {plan, patch} = draft
    const written = flags.write ? await writeFix(draft, this.signal) : await this.#patch(flags.out, patch)
    process.exitCode = exitCodes[plan.left.length > 0 ? 'findings' : 'clean']
    if (this.jsonEnabled()) return jsonOf(plan, patch, written)
    const {renderFix} = await import('../report/fix.ts')
    const {screenOf} = await import('../cli/screen.ts')
    const {chunks} = await import('../report/chunks.ts')
    const {writeToStream} = await import('../cli/write-reports.ts')
    const screen = screenOf(process.stdout, process.env)
    await writeToStream(chunks(renderFix(plan, patch, written, screen)), screen.stream)
    return undefined
  }

  async #scan(): Promise<readonly FoundFix[]> {
    const {flags} = await this.parse(Fix)
    const [{scan}, {fixesOf}] = await Promise.all([import('../pipeline/scan.ts'), import('../pipeline/fix.ts')])
    const given = {root: this.config.root, project: this.project, env: process.env}
    const select = await selectRequestOf(flags, this.foundProject)
    const request = {...(await scanRequestOf(flags, given)), select}
    const report = await scan(request, this.surroundings({findStored: findStoredBy(flags, process.env)}))
    return fixesOf(report.findings)
  }

  async #patch(file: string | undefined, patch: string): Promise<readonly string[]> {
    if (file === undefined || patch === '') return []
    const {writeAtomically} = await import('../files/atomic-write.ts')
    await writeAtomically(file, patch, this.signal)
    return [file]
  }
}

/** As the published type has it, which is not read-only. */
function jsonOf(plan: FixPlan, patch: string, written: readonly string[]): FixJson {
  const copy = structuredClone(plan) as unknown as Pick<FixJson, keyof FixPlan>
  return {schemaVersion: '1.0', ...copy, patch, written: [...written]}
}
