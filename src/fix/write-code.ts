import {randomUUID} from 'node:crypto'
import {open, readFile, realpath, rename, rm, stat} from 'node:fs/promises'
import {basename, dirname, join} from 'node:path'

import {userError} from '../errors.ts'

/** A file as it is and as it would be. */
export interface CodeDraft {
  readonly file: string
  readonly before: Uint8Array
  readonly after: string
}

/**
 * Puts drafts in place. Whoever reads a file sees all of the old text or all of the new one.
 * @throws TrueupError `file-changed` where a file is no longer what the draft was made from; `file-not-writable`
 */
export async function writeDrafts(drafts: readonly CodeDraft[], signal: AbortSignal): Promise<void> {
  for (const draft of drafts) await checkUnchanged(draft)
  for (const draft of drafts) {
    signal.throwIfAborted()
    await writeDraft(draft)
  }
}

async function checkUnchanged({file, before}: CodeDraft): Promise<void> {
  const now = await readFile(file).catch(() => undefined)
  if (now?.equals(before)) return
  throw userError('file-changed', `${file} was changed while it was looked at`, 'Run again: the plan is made anew')
}

async function writeDraft(draft: CodeDraft): Promise<void> {
  const target = await realpath(draft.file)
  const temporary = join(dirname(target), `.${basename(target)}.${randomUUID().slice(0, 8)}.tmp`)
  try {
    const {mode} = await stat(target)
    const handle = await open(temporary, 'wx', mode)
    try {
      await handle.writeFile(draft.after, 'utf8')
      await handle.sync()
    } finally {
      await handle.close()
    }
    await checkUnchanged(draft)
    await rename(temporary, target)
  } catch (error) {
    await rm(temporary, {force: true})
    const {code} = error as NodeJS.ErrnoException
    if (code === undefined || (error as Error).name === 'TrueupError') throw error
    throw userError(
      'file-not-writable',
      `cannot write ${draft.file}: ${code}`,
      'Check that you may write to its folder',
      error,
    )
  }
}
