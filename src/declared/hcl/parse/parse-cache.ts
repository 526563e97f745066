import {createHash, randomUUID} from 'node:crypto'
import {mkdir, readFile, rename, writeFile} from 'node:fs/promises'
import {join} from 'node:path'

import {isJsonObject, type ParsedFile} from './parsed-file.ts'
import {syntaxOf} from './syntax-of.ts'

/** Goes up whenever the form of a parsed file changes, or what the same text is parsed to. */
const version = 1

/**
 * Parse results by content. It may be deleted at any time, and nothing depends on it: what cannot be read is parsed, what cannot
 * be written is not kept. Files appear under their names only when they are whole, so runs side by side do not disturb each other.
 */
export interface ParseCache {
  readonly load: (file: string, text: string) => Promise<ParsedFile | undefined>
  readonly store: (file: string, text: string, parsed: ParsedFile) => Promise<void>
}

export const noCache: ParseCache = {
  load: async () => undefined,
  store: async () => {},
}

export function parseCacheIn(directory: string): ParseCache {
  return {
    load: async (file, text) => recognise(await readFile(pathOf(directory, file, text), 'utf8').catch(() => '')),
    store: async (file, text, parsed) => {
      await keep(pathOf(directory, file, text), parsed).catch(() => {})
    },
  }
}

function pathOf(directory: string, file: string, text: string): string {
  const key = createHash('sha256')
    .update(`${version}\n${syntaxOf(file)}\n`)
    .update(text)
    .digest('hex')
  return join(directory, key.slice(0, 2), `${key.slice(2)}.json`)
}

async function keep(path: string, parsed: ParsedFile): Promise<void> {
  const content = JSON.stringify(parsed)
  const temporary = `${path}.${randomUUID()}`
  await mkdir(join(path, '..'), {recursive: true})
  await writeFile(temporary, `${checksum(content)}\n${content}`)
  await rename(temporary, path)
}

/** A file that was cut off or changed on the disk is none. */
function recognise(stored: string): ParsedFile | undefined {
  const end = stored.indexOf('\n')
  const content = stored.slice(end + 1)
  if (end < 0 || stored.slice(0, end) !== checksum(content)) return undefined
  const parsed: unknown = JSON.parse(content)
  return isJsonObject(parsed) ? (parsed as unknown as ParsedFile) : undefined
}

function checksum(content: string): string {
  return createHash('sha256').update(content).digest('hex')
}
