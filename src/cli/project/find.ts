import {readFile, stat} from 'node:fs/promises'
import {dirname, join} from 'node:path'

import {userError} from '../../errors.ts'

export const projectName = 'trueup.yaml'

/** A project file, and where it stands. */
export interface FoundProject {
  readonly file: string
  readonly text: string
}

/**
 * The project file that `--project` names, else the next one up from the folder, no further than its repository (or its home).
 *
 * @throws TrueupError `project-not-readable`
 */
export async function findProject(
  named: string | undefined,
  folder: string,
  home: string | undefined,
): Promise<FoundProject | undefined> {
  if (named !== undefined) return read(named)
  const file = await nextUpwards(projectName, folder, home)
  return file === undefined ? undefined : read(file)
}

/** The next file of a name from a folder upwards, no further than its repository (or its home). */
export async function nextUpwards(name: string, folder: string, home: string | undefined): Promise<string | undefined> {
  for (let at = folder; ; at = dirname(at)) {
    const file = join(at, name)
    if (await exists(file)) return file
    if (at === dirname(at) || at === home || (await exists(join(at, '.git')))) return undefined
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

async function read(file: string): Promise<FoundProject> {
  try {
    return {file, text: await readFile(file, 'utf8')}
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException
    throw userError('project-not-readable', `cannot read the project file ${file}: ${code}`, 'Check --project', error)
  }
}
