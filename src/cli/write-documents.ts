import {mkdir} from 'node:fs/promises'
import {join} from 'node:path'

import {userError} from '../errors.ts'
import {writeAtomically} from '../files/atomic-write.ts'

/** Files into a folder, which is made where there is none. @throws {TrueupError} `file-not-writable` */
export async function writeDocuments(
  folder: string,
  documents: readonly {readonly file: string; readonly text: string}[],
  signal: AbortSignal,
): Promise<void> {
  await mkdir(folder, {recursive: true}).catch((error: NodeJS.ErrnoException) => {
    throw userError(
      'file-not-writable',
      `cannot write ${folder}: ${error.code}`,
      'Name a folder that you may write to',
      error,
    )
  })
  for (const {file, text} of documents) await writeAtomically(join(folder, file), text, signal)
}
