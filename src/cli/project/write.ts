import {writeFile} from 'node:fs/promises'
import {join} from 'node:path'

import {userError} from '../../errors.ts'
import {projectName} from './find.ts'

/**
 * The project file of a folder, new.
 *
 * @throws TrueupError `project-exists`
 */
export async function writeProject(folder: string, text: string): Promise<string> {
  try {
    await writeFile(join(folder, projectName), text, {flag: 'wx'})
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException
    if (code === 'EEXIST') {
      throw userError('project-exists', `${projectName} is already there`, 'Move it away, or edit it by hand')
    }
    throw userError(
      'file-not-writable',
      `cannot write ${projectName}: ${code}`,
      'Run in a folder that you may write to',
      error,
    )
  }
  return projectName
}
