import {readFile} from 'node:fs/promises'

import {userError} from '../errors.ts'

/** @throws {TrueupError} `table-not-readable` */
export async function readTable(file: string): Promise<{readonly file: string; readonly text: string}> {
  try {
    return {file, text: await readFile(file, 'utf8')}
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException
    throw userError('table-not-readable', `cannot read the table ${file}: ${code}`, 'Check the path', error)
  }
}
