import type {ParseCache} from './parse-cache.ts'
import type {ParsedFile} from './parsed-file.ts'
import {parseInThread} from './parsing.ts'
import {syntaxOf} from './syntax-of.ts'

/**
 * A file from the cache, else parsed; the results of this process are kept by content, as a module that is called many times is
 * installed as often.
 *
 * @throws as `parseInThread`; what was wrong is not kept, as it is told with the file
 */
export async function parseOnce(file: string, text: string, cache: ParseCache): Promise<ParsedFile> {
  const kept = await cache.load(file, text)
  if (kept) return kept
  const known = knownIn(syntaxOf(file))
  const parsing = known.get(text) ?? parseInThread(file, text)
  if (!known.has(text)) remember(known, text, parsing)
  try {
    const parsed = await parsing
    await cache.store(file, text, parsed)
    return parsed
  } catch (error) {
    known.delete(text)
    throw error
  }
}

type Known = Map<string, Promise<ParsedFile>>

const bySyntax = new Map<string, Known>()

function knownIn(syntax: string): Known {
  const known = bySyntax.get(syntax) ?? new Map()
  bySyntax.set(syntax, known)
  return known
}

let remembered = 0
const mostRemembered = 32 * 1024 * 1024

function remember(known: Known, text: string, parsing: Promise<ParsedFile>): void {
  remembered += text.length
  if (remembered > mostRemembered) {
    for (const each of bySyntax.values()) each.clear()
    remembered = text.length
  }
  known.set(text, parsing)
}
