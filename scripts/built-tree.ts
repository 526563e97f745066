import {execFileSync} from 'node:child_process'
import {cpSync, mkdirSync, rmSync} from 'node:fs'
import {join} from 'node:path'

import {bundle, root} from './bundle.ts'

/**
 * Lays out in `folder`, which lies below the repository (its node_modules serve), what `npm pack` would pack.
 * @param more further entries of the bundle, by their path under `dist/`
 * @returns the program
 */
export async function builtTree(folder: string, more?: Readonly<Record<string, string>>): Promise<string> {
  rmSync(folder, {recursive: true, force: true})
  mkdirSync(folder, {recursive: true})
  for (const part of ['package.json', 'bin/run.js']) cpSync(join(root, part), join(folder, part))
  await bundle(join(folder, 'dist'), more)
  execFileSync(join(root, 'node_modules/.bin/oclif'), ['manifest', folder], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return join(folder, 'bin/run.js')
}
