import {readFile, stat} from 'node:fs/promises'
import {dirname, join, relative} from 'node:path'

import * as Flags from '@oclif/core/flags'

import {userError} from '../errors.ts'
import type {IgnoreSources, SelectRequest} from '../pipeline/selected.ts'
import type {FoundIn} from './project/with-project.ts'
import {nextUpwards} from './project/find.ts'

export const baselineName = 'trueup.baseline.json'
const driftignoreName = '.driftignore'

const baselineFlag = Flags.string({
  summary: `Findings that were accepted: they fail nothing. Default: ${baselineName} beside the project file, else here; none for none.`,
  helpValue: 'FILE',
  helpGroup: 'VERDICT',
})

/** What of the findings counts. */
export const selectFlags = {
  filter: Flags.string({
    summary:
      "Findings that are told: JMESPath over a finding as --json has it (severity=='high'). May be repeated, all have to hold.",
    helpValue: 'EXPRESSION',
    helpGroup: 'SELECTION',
    multiple: true,
    multipleNonGreedy: true,
  }),
  'ignore-file': Flags.string({
    summary: `File that says what is not to be told: YAML with the key ignore: of trueup.yaml, or ${driftignoreName}. May be repeated.`,
    helpValue: 'FILE',
    helpGroup: 'SELECTION',
    multiple: true,
  }),
  driftignore: Flags.boolean({
    summary: `Take the ${driftignoreName} of driftctl that lies here or above in the repository.`,
    helpGroup: 'SELECTION',
    allowNo: true,
    default: true,
  }),
  baseline: baselineFlag,
}

export interface SelectFlags {
  readonly filter?: readonly string[] | undefined
  readonly 'ignore-file'?: readonly string[] | undefined
  readonly driftignore: boolean
  readonly baseline?: string | undefined
  readonly demo?: boolean | undefined
}

/**
 * What flags, the project file and what lies beside it say of the findings that count. The sample of `--demo` has nothing to do with the
 * project at hand.
 *
 * @throws {TrueupError} `baseline-not-readable`, `ignore-file-not-readable`, `ignore-file-invalid`
 */
export async function selectRequestOf(flags: SelectFlags, project: FoundIn | undefined): Promise<SelectRequest> {
  const {filter: filters = [], demo = false} = flags
  const baseline = await baselineOf(flags.baseline, demo ? 'nowhere' : project)
  const ignores = await ignoresOf(flags, demo ? undefined : project)
  return {filters, ...(baseline && {baseline}), ignores}
}

/** Where the baseline of a project is, whether it is there or not. */
export function baselineFileOf(named: string | undefined, project: FoundIn | undefined): string {
  if (named !== undefined && named !== 'none') return named
  const folder = project === undefined ? '' : dirname(project.name)
  return join(folder, project?.file.baseline ?? baselineName)
}

async function baselineOf(
  named: string | undefined,
  project: FoundIn | 'nowhere' | undefined,
): Promise<SelectRequest['baseline']> {
  if (named === 'none' || (named === undefined && project === 'nowhere')) return undefined
  const found = project === 'nowhere' ? undefined : project
  const name = baselineFileOf(named, found)
  const isAsked = named !== undefined || found?.file.baseline !== undefined
  if (!isAsked && !(await exists(name))) return undefined
  const hint = 'Check the path; trueup baseline writes one; --baseline none goes without'
  return {name, text: await textOf(name, {code: 'baseline-not-readable', what: 'the baseline', hint})}
}

async function ignoresOf(flags: SelectFlags, project: FoundIn | undefined): Promise<IgnoreSources> {
  const named = await Promise.all(
    (flags['ignore-file'] ?? []).map(async (name) => {
      const hint = 'Check --ignore-file and ignore_files'
      return {name, text: await textOf(name, {code: 'ignore-file-not-readable', what: 'the ignore file', hint})}
    }),
  )
  const [ours, theirs] = [named.filter(isOurs), named.filter((file) => !isOurs(file))]
  const entries = ours.length === 0 ? [] : ours.flatMap((await import('../pipeline/project/ignores.ts')).loadIgnoreFile)
  const found = flags.driftignore && !flags.demo ? await foundDriftignore(theirs.map(({name}) => name)) : []
  return {entries: [...(project?.ignores ?? []), ...entries], driftignores: [...theirs, ...found]}
}

function isOurs({name}: {readonly name: string}): boolean {
  return /\.(?:ya?ml|json)$/i.test(name)
}

/** driftctl looks in the folder at hand; the root of the repository is where it is told to put it. */
async function foundDriftignore(known: readonly string[]) {
  const file = await nextUpwards(driftignoreName, process.cwd(), undefined)
  if (file === undefined) return []
  const name = relative(process.cwd(), file)
  if (known.includes(name)) return []
  const hint = 'Make it readable, or go without with --no-driftignore'
  return [{name, text: await textOf(name, {code: 'ignore-file-not-readable', what: 'the ignore file', hint})}]
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  )
}

async function textOf(
  name: string,
  {code, what, hint}: {readonly code: string; readonly what: string; readonly hint: string},
): Promise<string> {
  return readFile(name, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw userError(code, `cannot read ${what} ${name}: ${error.code}`, hint, error)
  })
}
