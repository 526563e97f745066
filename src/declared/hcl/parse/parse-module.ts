import type {Gap} from '../../../model/gap.ts'
import type {SourceRef} from '../../../model/source.ts'
import type {FilePositions} from '../positions/file-positions.ts'
import {positionsOf} from '../positions/positions-of.ts'
import {deepestLine} from './limits.ts'
import {moduleFiles, readText} from './module-files.ts'
import type {ParseCache} from './parse-cache.ts'
import {parseOnce} from './parse-once.ts'
import type {ParsedFile} from './parsed-file.ts'

export interface ModuleSource {
  readonly primary: readonly SourceFile[]
  readonly overrides: readonly SourceFile[]
  readonly gaps: readonly Gap[]
}

export interface NamedFile extends ParsedFile {
  readonly file: string
}

export interface SourceFile extends NamedFile {
  readonly positions: FilePositions
}

/** Parses the files of one directory. A file that cannot be read is a gap, the others go on. */
export async function parseModule(directory: string, cache: ParseCache): Promise<ModuleSource> {
  const {primary, overrides} = moduleFiles(directory)
  const gaps: Gap[] = []
  const parseAll = async (files: readonly string[]) => {
    const parsed = await Promise.all(files.map(async (file) => sourceFile(file, cache)))
    gaps.push(...parsed.filter((result) => 'reason' in result))
    return parsed.filter((result) => 'body' in result)
  }
  return {primary: await parseAll(primary), overrides: await parseAll(overrides), gaps}
}

/** Positions are read while other threads parse. */
async function sourceFile(file: string, cache: ParseCache): Promise<SourceFile | Gap> {
  let text: string | undefined
  try {
    text = readText(file)
    const [parsed, positions] = await Promise.all([parseOnce(file, text, cache), positionsOf(file, text)])
    return {file, positions, ...parsed}
  } catch (error) {
    return text === undefined ? gapOf(file, error) : gapWithPlace(file, text, error)
  }
}

/** A file of variables. @throws Error that `gapOf` makes a gap of */
export async function parseFile(file: string, cache: ParseCache): Promise<NamedFile> {
  return {file, ...(await parseOnce(file, readText(file), cache))}
}

/** What is wrong with JSON is said without a place, and what the parser cannot take has none but where the nesting is deepest. */
async function gapWithPlace(file: string, text: string, error: unknown): Promise<Gap> {
  const gap = gapOf(file, error)
  if (gap.source?.line !== undefined) return gap
  if (!(error instanceof SyntaxError)) {
    const line = deepestLine(text)
    return {...gap, detail: `${file}:${line} ${reasonOf(error)}`, source: {file, line}}
  }
  const [first] = (await positionsOf(file, text)).errors
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
