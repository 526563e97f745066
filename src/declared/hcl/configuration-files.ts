import {globSync, readFileSync, realpathSync, statSync} from 'node:fs'
import {isAbsolute, join, relative, sep} from 'node:path'

import type {ConfigurationFiles} from './functions/function.ts'

/** Files for `file`, `templatefile`, `fileset` and the like: only those inside the root, however they are named or linked. */
export function configurationFiles(root: string): ConfigurationFiles {
  const inside = (path: string): string | undefined => {
    try {
      const real = realpathSync(isAbsolute(path) ? path : join(root, path))
      const way = relative(realpathSync(root), real)
      return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way) ? undefined : real
    } catch {
      return undefined
    }
  }
  return {
    read: (path) => {
      const file = inside(path)
      return file === undefined ? undefined : contentOf(file)
    },
    match: (folder, pattern) => {
      const directory = inside(folder)
      return directory === undefined ? undefined : matches(directory, pattern)
    },
  }
}

const largestFile = 16 * 1024 * 1024

function contentOf(file: string): Uint8Array | undefined {
  try {
    const stat = statSync(file)
    return stat.isFile() && stat.size <= largestFile ? readFileSync(file) : undefined
  } catch {
    return undefined
  }
}

function matches(directory: string, pattern: string): readonly string[] {
  const found = globSync(pattern, {cwd: directory, withFileTypes: true})
  const files = found
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)))
  return files.map((file) => file.split(sep).join('/')).toSorted()
}
