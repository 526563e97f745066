import {writeFile} from 'node:fs/promises'

import {userError} from '../../errors.ts'
import {writeDrafts} from '../write-code.ts'
import type {FileDraft} from './draft-fixes.ts'

/**
 * Puts drafts in place, each whole or not at all; new files must not be there yet.
 * @throws TrueupError `file-changed`, `file-not-writable`
 */
export async function writeFixes(drafts: readonly FileDraft[], signal: AbortSignal): Promise<void> {
  const edits = drafts.flatMap(({file, before, after}) => (before ? [{file, before, after}] : []))
  await writeDrafts(edits, signal)
  for (const {file, after} of drafts.filter(({before}) => before === undefined)) {
    signal.throwIfAborted()
    await writeFile(file, after, {flag: 'wx'}).catch((error: NodeJS.ErrnoException) => {
      throw userError('file-not-writable', `cannot write ${file}: ${error.code}`, 'Check its folder', error)
    })
  }
}

/** Drafts as one patch that `git apply` takes, run where the scan was run. */
export async function patchOf(drafts: readonly FileDraft[]): Promise<string> {
  const {createTwoFilesPatch} = await import('diff')
  const patches = drafts.map(({file, before, after}) => {
    const name = file.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '')
    const old = before === undefined ? '' : Buffer.from(before).toString('utf8')
    const patch = createTwoFilesPatch(before === undefined ? '/dev/null' : `a/${name}`, `b/${name}`, old, after)
    // Without the line of signs in front, which git would take for text of a message, and tabs for dates that are not there.
    return patch.replace(/^=+\n/, '').replaceAll(/^(---|\+\+\+) (.*)\t$/gm, '$1 $2')
  })
  return patches.join('')
}
