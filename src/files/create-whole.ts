import {randomUUID} from 'node:crypto'
import {link, open, rename, rm, stat} from 'node:fs/promises'
import {basename, dirname, join} from 'node:path'

/** File systems without hard links (FAT, some shares): there a rename has to do, behind a look whether the name is free. */
const withoutLinks: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'])

/**
 * A file that was not there before, whole and synced; of several that create it at once, one does.
 *
 * @returns false where there was one already: it is left as it is
 * @throws what the file system says
 */
export async function createWhole(file: string, content: Uint8Array): Promise<boolean> {
  const temporary = join(dirname(file), `.${basename(file)}.${randomUUID().slice(0, 8)}.tmp`)
  try {
    const handle = await open(temporary, 'wx')
    try {
      await handle.writeFile(content)
      await handle.sync()
    } finally {
      await handle.close()
    }
    return await named(temporary, file)
  } finally {
    await rm(temporary, {force: true})
  }
}

async function named(temporary: string, file: string): Promise<boolean> {
  try {
    await link(temporary, file)
    return true
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    if (code === 'EEXIST') return false
    if (!withoutLinks.has(code)) throw error
    const isTaken = await stat(file).then(
      () => true,
      () => false,
    )
    if (!isTaken) await rename(temporary, file)
    return !isTaken
  }
}
