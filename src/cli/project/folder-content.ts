import {glob, readFile, stat} from 'node:fs/promises'
import {basename, join} from 'node:path'

import type {FolderContent} from '../../pipeline/project/discover.ts'

/** Beyond it, a folder is no place to guess in. */
const mostFiles = 20_000
/** A policy is a page. */
const mostBytes = 200_000

const notOurs = new Set(['node_modules', 'vendor', 'modules', 'examples', 'test', 'tests', 'fixtures'])

/** Code, states and what may be a policy, below a folder; modules, tests and what others wrote aside. */
export async function folderContent(folder: string): Promise<FolderContent> {
  const found: string[] = []
  const entries = glob('**/*.{tf,tofu,tf.json,tfstate,yaml,yml,json}', {
    cwd: folder,
    exclude: (path) => {
      const name = basename(path)
      return name.startsWith('.') || notOurs.has(name)
    },
  })
  for await (const file of entries) {
    found.push(file.replaceAll('\\', '/'))
    if (found.length >= mostFiles) break
  }
  return {folder, files: found.toSorted(), read: async (file) => pageOf(join(folder, file))}
}

async function pageOf(file: string): Promise<string | undefined> {
  try {
    return (await stat(file)).size > mostBytes ? undefined : await readFile(file, 'utf8')
  } catch {
    return undefined
  }
}
