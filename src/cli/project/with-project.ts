import {relative} from 'node:path'

import type {Project} from '../../pipeline/project/load.ts'
import type {ProjectFile} from '../../pipeline/project/schema.ts'
import {filledArguments, fromHere, variableOf, type FlagShapes} from './fill.ts'
import {findProject} from './find.ts'

export interface WithProject {
  readonly argv: string[]
  readonly found?: FoundIn
}

/** A project file as it was found. */
export interface FoundIn {
  /** As seen from here. */
  readonly name: string
  readonly file: ProjectFile
  readonly ignores: Project['ignores']
}

/** Of one run alone: a command without any other flag has nothing that a project could say. */
const ownFlags = new Set(['project', 'json'])

/**
 * The command line with all that environment and project file say of its flags: flag > `TRUEUP_*` > `trueup.yaml` > default. The sample
 * of `--demo` has nothing to do with the project at hand. The file's schema is loaded where there is a file.
 *
 * @throws TrueupError `project-not-readable`, `project-invalid`, `environment-invalid`
 */
export async function withProject(
  argv: readonly string[],
  flags: FlagShapes,
  env: Readonly<Record<string, string | undefined>>,
): Promise<WithProject> {
  const asks = Object.keys(flags).some((name) => !ownFlags.has(name))
  if (!asks || argv.includes('--demo')) return {argv: filledArguments(argv, flags, env, [])}
  const here = process.cwd()
  const home = env['HOME'] ?? env['USERPROFILE']
  const found = await findProject(typedValue(argv, 'project') ?? env[variableOf('project')], here, home)
  if (!found) return {argv: filledArguments(argv, flags, env, [])}
  const {loadProject} = await import('../../pipeline/project/load.ts')
  const name = relative(here, found.file)
  const {file, settings, ignores} = loadProject({name, text: found.text})
  return {
    argv: filledArguments(
      argv,
      flags,
      env,
      settings.map((setting) => fromHere(setting, name)),
    ),
    found: {name, file, ignores},
  }
}

/** The value of an option before the command line is parsed. */
function typedValue(argv: readonly string[], flag: string): string | undefined {
  const index = argv.findIndex((argument) => argument === `--${flag}` || argument.startsWith(`--${flag}=`))
  const argument = argv[index]
  if (argument === undefined) return undefined
  return argument.includes('=') ? argument.slice(argument.indexOf('=') + 1) : argv[index + 1]
}
