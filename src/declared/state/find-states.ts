import {glob, readdir, realpath, stat} from 'node:fs/promises'
import {join} from 'node:path'

import {TrueupError} from '../../errors.ts'
import {stateError} from './state-errors.ts'

export interface FoundStates {
  /** Paths as a person would write them, and `-`; each file once, in the order of the patterns. */
  readonly files: readonly string[]
  readonly problems: readonly TrueupError[]
}

/** Files, directories (all `*.tfstate` below), globs, and `-` for standard input. */
export async function findStates(patterns: readonly string[]): Promise<FoundStates> {
  const files = new Map<string, string>()
  const problems: TrueupError[] = []
  for (const pattern of patterns) {
    const found = await matches(pattern).catch((error: unknown) => unreadable(pattern, error))
    if (found instanceof TrueupError) problems.push(found)
    else await addOnce(found, files)
  }
  return {files: [...files.values()], problems}
}

/** By real path: the same state given twice, or through a link, is read once. */
async function addOnce(found: readonly string[], files: Map<string, string>): Promise<void> {
  for (const file of found) {
    const key = file === '-' ? file : await realpath(file)
    if (!files.has(key)) files.set(key, file)
  }
}

async function matches(pattern: string): Promise<readonly string[] | TrueupError> {
  if (pattern === '-') return [pattern]
  const kind = await kindOf(pattern)
  if (kind === 'file') return [pattern]
  if (kind === 'directory') return orElse(await statesBelow(pattern), pattern, 'holds no *.tfstate file')
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(pattern)) {
    return notFound(pattern, 'is a URL; trueup reads states from files and standard input')
  }
  if (!/[*?[\]{}]/.test(pattern)) return notFound(pattern, 'does not exist')
  return orElse(await matchGlob(pattern), pattern, 'matches no file')
}

async function matchGlob(pattern: string): Promise<string[]> {
  const found: string[] = []
  for await (const file of glob(pattern, {
    exclude: (name) => isTerraformsOwn(name) && !pattern.includes('.terraform'),
  })) {
    if ((await kindOf(file)) === 'file') found.push(file)
  }
  return found.toSorted()
}

async function statesBelow(directory: string): Promise<string[]> {
  const entries = await readdir(directory, {withFileTypes: true})
  const found: string[] = []
  for (const entry of entries) {
    const path = join(directory, entry.name)
    if (entry.isDirectory() && !isTerraformsOwn(entry.name)) found.push(...(await statesBelow(path)))
    else if (entry.name.endsWith('.tfstate') && (await kindOf(path)) === 'file') found.push(path)
  }
  return found.toSorted()
}

/** `.terraform` holds pointers to backends and copies of modules, no states. */
function isTerraformsOwn(path: string): boolean {
  return path.split(/[\\/]/).includes('.terraform')
}

async function kindOf(path: string): Promise<'file' | 'directory' | undefined> {
  try {
    return (await stat(path)).isDirectory() ? 'directory' : 'file'
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined
    throw error
  }
}

function orElse(files: readonly string[], pattern: string, reason: string): readonly string[] | TrueupError {
  return files.length > 0 ? files : notFound(pattern, reason)
}

function notFound(pattern: string, reason: string): TrueupError {
  return stateError('state-not-found', {file: pattern}, {reason})
}

/** Node's own message names the system call and the path: code and path are enough. */
export function unreadable(file: string, error: unknown): TrueupError {
  const code = (error as NodeJS.ErrnoException).code
  return stateError('state-unreadable', {file}, {...(code ? {reason: code} : {}), cause: error})
}
