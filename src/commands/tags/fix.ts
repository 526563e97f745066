import * as Flags from '@oclif/core/flags'

import {BaseCommand} from '../../cli/base-command.ts'
import {costAllocationFlag} from '../../cli/cost-allocation.ts'
import {exitCodes} from '../../cli/exit-codes.ts'
import {fixOptionsOf} from '../../cli/fix-options.ts'
import {findStoredBy} from '../../cli/state-access.ts'
import {userError} from '../../errors.ts'
import {tagsFlags, tagsRequestOf} from '../../cli/tags-flags.ts'
import type {AppliedTags} from '../../model/applied-tags.ts'
import type {Surroundings} from '../../model/surroundings.ts'
import type {TagFixDraft} from '../../pipeline/tags-fix.ts'
import type {TagsRequest} from '../../pipeline/tags.ts'
import type {TagFixJson} from '../../report/tag-fix-schema.ts'

interface ActivateFlags {
  readonly policy?: readonly string[] | undefined
  readonly profile?: string | undefined
  readonly role?: readonly string[] | undefined
  readonly 'external-id'?: string | undefined
  readonly 'cost-allocation-tags'?: string | undefined
  readonly apply: boolean
  readonly yes: boolean
}

export default class TagsFix extends BaseCommand {
  static override summary = 'Show what would mend tags, and mend them.'

  static override description =
    'Prints a plan and changes nothing, unless asked. --write edits the Terraform code in place: every byte that has nothing to do with a ' +
    'tag stays as it is, and a file that was changed meanwhile is refused. --apply sets tags of live objects through the Tagging API. Values come from the policy (where it allows one alone), from ' +
    '--set and --owner, or from the same key written otherwise. A value that is there is replaced with --overwrite only. Exit codes: 0 all ' +
    'is mended, or would be; 1 something is left; 2 wrong usage; 3 something could not be read or changed.'

  /** oclif's own would spell out every pair of flags that exclude each other. */
  static override usage = ['<%= command.id %> --config DIR [--policy FILE...] [--set KEY=VALUE...] [--write] [FLAGS]']

  static override examples = [
    {
      description: 'What a policy asks of the code, with a value for what it leaves open',
      command:
        '<%= config.bin %> <%= command.id %> --config infra/ --policy policies/finops-baseline.yaml --set Owner=platform',
    },
    {
      description: 'One tag for everything, in the default tags of the providers',
      command: '<%= config.bin %> <%= command.id %> --config infra/ --set CostCenter=4100 --default-tags --write',
    },
  ]

  static override flags = {
    ...tagsFlags,
    set: Flags.string({
      summary: 'Value for a key; a key that no policy speaks of is put on everything. May be repeated.',
      helpValue: 'KEY=VALUE',
      helpGroup: 'FIX',
      multiple: true,
    }),
    owner: Flags.string({
      summary:
        'Value for keys of ownership, by address or ARN with * for any text; the first that matches. May be repeated.',
      helpValue: 'PATTERN=VALUE',
      helpGroup: 'FIX',
      multiple: true,
    }),
    overwrite: Flags.boolean({summary: 'Replace values that break a rule.', helpGroup: 'FIX'}),
    'default-tags': Flags.boolean({
      summary: 'Put missing tags into default_tags of the providers instead of each resource.',
      helpGroup: 'FIX',
      dependsOn: ['config'],
    }),
    write: Flags.boolean({summary: 'Edit the code.', helpGroup: 'FIX', dependsOn: ['config']}),
    apply: Flags.boolean({
      summary: 'Set tags of live objects, after asking. Their former tags are kept in a file that tags undo takes.',
      helpGroup: 'FIX',
      exclusive: ['snapshot'],
    }),
    undo: Flags.string({
      summary: 'File for the former tags; default: trueup-undo-TIME.jsonl in the current folder.',
      helpValue: 'FILE',
      helpGroup: 'FIX',
      dependsOn: ['apply'],
    }),
    'cost-allocation-tags': costAllocationFlag,
    activate: Flags.boolean({
      summary:
        'List which keys of the policies are activated for cost allocation; with --apply, activate them: see tags activate.',
      helpGroup: 'FIX',
      dependsOn: ['policy'],
      exclusive: ['json'],
    }),
    yes: Flags.boolean({summary: 'Do not ask before --apply.', char: 'y', helpGroup: 'FIX', dependsOn: ['apply']}),
  }

  async run(): Promise<TagFixJson | undefined> {
    const {flags} = await this.parse(TagsFix)
    const options = fixOptionsOf(flags)
    const request = await tagsRequestOf(flags, process.env, {typed: this.typed, needsPolicy: options.values.size === 0})
    const {draftTagFix, writeTagFix} = await import('../../pipeline/tags-fix.ts')
    const surroundings = this.surroundings({findStored: findStoredBy(flags, process.env)})
    const draft = await draftTagFix({...request, options}, surroundings)
    this.progress.clear()
    const {plan} = draft
    const written = flags.write ? await writeTagFix(draft, this.signal) : []
    if (!this.jsonEnabled()) await this.#print(draft, written)
    const undo = flags.undo ?? `trueup-undo-${surroundings.now.toISOString().replaceAll(':', '-').slice(0, 19)}Z.jsonl`
    const applied = flags.apply ? await this.#apply(draft, request, {undo, yes: flags.yes}, surroundings) : undefined
    process.exitCode =
      exitCodes[(applied?.failed.length ?? 0) > 0 ? 'unfinished' : plan.left.length > 0 ? 'findings' : 'clean']
    if (flags.activate) await this.#activate(flags)
    if (!this.jsonEnabled()) return undefined
    const {tagFixJson} = await import('../../report/tag-fix-json.ts')
    return tagFixJson(plan, {written, gaps: draft.gaps, ...(applied && {applied: {...applied, undo}})})
  }

  /** The bill's side, which is in the account that pays; the worse of both exit codes counts. */
  async #activate(flags: ActivateFlags): Promise<void> {
    const {default: TagsActivate} = await import('./activate.ts')
    const own = process.exitCode
    const {'cost-allocation-tags': given} = flags
    const argv = [
      ...(flags.policy ?? []).flatMap((file) => ['--policy', file]),
      ...(given === undefined ? [] : ['--cost-allocation-tags', given]),
      ...(flags.profile === undefined ? [] : ['--profile', flags.profile]),
      ...(flags.role ?? []).flatMap((role) => ['--role', role]),
      ...(flags['external-id'] === undefined ? [] : ['--external-id', flags['external-id']]),
      ...(flags.apply ? ['--apply', ...(flags.yes ? ['--yes'] : [])] : []),
    ]
    this.log('')
    await TagsActivate.run(argv, this.config)
    process.exitCode = Math.max(Number(own ?? 0), Number(process.exitCode ?? 0))
  }

  async #print({plan}: TagFixDraft, written: readonly string[]): Promise<void> {
    const {renderTagFix} = await import('../../report/tag-fix.ts')
    const {chunks} = await import('../../report/chunks.ts')
    const {screenOf} = await import('../../cli/screen.ts')
    const {writeToStream} = await import('../../cli/write-reports.ts')
    const screen = screenOf(process.stdout, process.env)
    await writeToStream(chunks(renderTagFix(plan, {written}, screen)), screen.stream)
  }

  /** Only what is asked for is changed, and only after somebody who has seen the plan has said yes. */
  async #apply(
    draft: TagFixDraft,
    {live}: TagsRequest,
    {undo, yes}: {readonly undo: string; readonly yes: boolean},
    surroundings: Surroundings,
  ): Promise<AppliedTags | undefined> {
    if (live?.kind !== 'aws') {
      throw userError(
        'apply-needs-aws',
        '--apply without AWS',
        'Name a region with --region, or --live auto for the regions of the states',
      )
    }
    const count = draft.plan.live.length
    if (count === 0) return undefined
    const {confirm} = await import('../../cli/confirm.ts')
    if (!yes) await confirm(`Set these tags of ${count} live objects?`, this.signal)
    const {applyTagFix} = await import('../../pipeline/tags-fix.ts')
    const applied = await applyTagFix(draft, live, undo, surroundings)
    this.progress.clear()
    if (this.jsonEnabled()) return applied
    const {renderAppliedTags} = await import('../../report/applied-tags.ts')
    for (const text of renderAppliedTags(applied, undo)) this.log(text.trimEnd())
    return applied
  }
}
