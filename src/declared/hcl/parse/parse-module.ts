import type {Gap} from '../../../model/gap.ts'
import type {SourceRef} from '../../../model/source.ts'
import {positionsOf} from '../positions/positions-of.ts'
import {loadParser} from './hcl2json.ts'
import {moduleFiles, readText} from './module-files.ts'
import type {ParseCache} from './parse-cache.ts'
import {parseText} from './parse-text.ts'
import type {ParsedFile} from './parsed-file.ts'

export interface ModuleSource {
  readonly primary: readonly NamedFile[]
  readonly overrides: readonly NamedFile[]
  readonly gaps: readonly Gap[]
}

export interface NamedFile extends ParsedFile {
  readonly file: string
}

/** Parses the files of one directory. A file that cannot be read is a gap, the others go on. */
export async function parseModule(directory: string, cache: ParseCache): Promise<ModuleSource> {
  const {primary, overrides} = await moduleFiles(directory)
  const gaps: Gap[] = []
  const parseAll = async (files: readonly string[]) => {
    const parsed = await Promise.all(
      files.map((file) => parseFile(file, cache).catch((error: unknown) => gapWithPlace(file, error))),
    )
    gaps.push(...parsed.filter((result) => 'reason' in result))
    return parsed.filter((result) => 'body' in result)
  }
  return {primary: await parseAll(primary), overrides: await parseAll(overrides), gaps}
}

export async function parseFile(file: string, cache: ParseCache): Promise<NamedFile> {
  const text = await readText(file)
  const known = await cache.load(file, text)
  if (known) return {file, ...known}
  const parsed = await parseText(file, text, await loadParser())
  await cache.store(file, text, parsed)
  return {file, ...parsed}
}

/** What is wrong with JSON is said without a place. */
async function gapWithPlace(file: string, error: unknown): Promise<Gap> {
  const gap = gapOf(file, error)
  if (!(error instanceof SyntaxError)) return gap
  const [first] = (await positionsOf(file, await readText(file))).errors
  return first ? {...gap, source: {file, line: first.line, column: first.column}} : gap
}

/** What the parser says ends in `file:line,column-column: Summary; Detail.`; several faults follow each other, the first is told. */
export function gapOf(file: string, error: unknown): Gap {
  const message = error instanceof Error ? error.message : String(error)
  const place = placeIn(message)
  const source: SourceRef = {file, ...place}
  const detail = `${file}${place ? `:${place.line}` : ''} ${place ? `cannot be parsed: ${place.summary}` : reasonOf(error)}`
  return {
    reason: 'unreadable-input',
    detail,
    hides: {count: 0, examples: []},
    source: place ? {file, line: place.line, column: place.column} : source,
  }
}

function placeIn(message: string): {line: number; column: number; summary: string} | undefined {
  const match = /:(\d+),(\d+)-(?:\d+,)?\d+: ([^;]+)/.exec(message)
  if (!match) return undefined
  return {line: Number(match[1]), column: Number(match[2]), summary: String(match[3]).trim()}
}

function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code
  if (code !== undefined) return `cannot be read (${code})`
  return error instanceof SyntaxError ? 'is not valid JSON' : error instanceof Error ? error.message : 'cannot be read'
}
