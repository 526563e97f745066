import type {Readable} from 'node:stream'

import {openPromise} from 'yauzl'

import {billError} from './bill-error.ts'

export interface ZipEntry {
  readonly name: string
  readonly read: () => Promise<Readable>
}

/**
 * The CSV files within a zip; its other files (and what macOS adds) are none of ours.
 *
 * @throws {TrueupError} `bill-corrupt`
 */
export async function* zipEntries(file: string): AsyncGenerator<ZipEntry> {
  const zip = await openPromise(file, {autoClose: false, lazyEntries: true}).catch((error: unknown) => {
    throw billError('bill-corrupt', `${file} cannot be unpacked: ${(error as Error).message}`, error)
  })
  try {
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName
      if (!/\.csv$/i.test(name) || name.startsWith('__MACOSX/')) continue
      if (entry.isEncrypted()) throw billError('bill-corrupt', `${file} is locked with a password`)
      yield {name, read: () => zip.openReadStreamPromise(entry)}
    }
  } finally {
    zip.close()
  }
}
