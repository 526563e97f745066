import {mkdir, readdir, readFile, rm, stat} from 'node:fs/promises'
import {dirname, join} from 'node:path'

import {writeAtomically} from '../files/atomic-write.ts'
import {createWhole} from '../files/create-whole.ts'
import {compareText} from '../model/finding.ts'
import {historyError} from './history-error.ts'
import type {HistoryStore} from './store.ts'

/** A history in a folder, which is made with the first file. */
export function folderStore(folder: string): HistoryStore {
  const reading = refusedAs('history-not-readable', folder, 'cannot be read')
  const writing = refusedAs('history-not-writable', folder, 'cannot be written to')
  return {
    name: folder,
    list: async (below) => reading(async () => filesIn(join(folder, below))),
    read: async (path) =>
      reading(async () => readFile(join(folder, path)).catch((error: unknown) => nothingWhereAbsent(error, undefined))),
    create: async (path, content) =>
      writing(async () => {
        await mkdir(dirname(join(folder, path)), {recursive: true})
        return createWhole(join(folder, path), content)
      }),
    replace: async (path, content) =>
      writing(async () => {
        await mkdir(dirname(join(folder, path)), {recursive: true})
        await writeAtomically(join(folder, path), pieces(content))
      }),
    remove: async (path) => writing(async () => rm(join(folder, path), {force: true})),
  }
}

async function filesIn(folder: string): ReturnType<HistoryStore['list']> {
  const entries = await readdir(folder, {withFileTypes: true}).catch((error: unknown) => nothingWhereAbsent(error, []))
  // Hidden ones are being written, or were when their writer was killed.
  const names = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.')).map(({name}) => name)
  const files = await Promise.all(
    names.map(async (name) => {
      // Another run may prune it meanwhile.
      const found = await stat(join(folder, name)).catch((error: unknown) => nothingWhereAbsent(error, undefined))
      return found ? [{name, modified: found.mtime}] : []
    }),
  )
  return files.flat().toSorted((a, b) => compareText(a.name, b.name))
}

async function* pieces(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content
}

function nothingWhereAbsent<T>(error: unknown, nothing: T): T {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return nothing
  throw error
}

type Attempt = <T>(work: () => Promise<T>) => Promise<T>

function refusedAs(code: 'history-not-readable' | 'history-not-writable', folder: string, said: string): Attempt {
  return async (work) => {
    try {
      return await work()
    } catch (error) {
      const reason = (error as NodeJS.ErrnoException).code
      throw reason === undefined ? error : historyError(code, folder, `${said} (${reason})`, error)
    }
  }
}
