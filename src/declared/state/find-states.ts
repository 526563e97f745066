import {glob, readdir, realpath, stat} from 'node:fs/promises'
import {join} from 'node:path'

import {TrueupError} from '../../errors.ts'
import type {StoredState} from '../../model/stored-state.ts'
import {stateIn, type StateInput} from './open-state.ts'
import {stateError} from './state-errors.ts'

export interface FoundStates {
  /** By paths as a person would write them; each file once, in the order of the patterns. */
  readonly states: readonly StoredState[]
  readonly problems: readonly TrueupError[]
}

/** Files, directories (all `*.tfstate` below), globs, `-` for standard input, and URLs of what is kept elsewhere. */
export async function findStates(patterns: readonly string[], io: StateInput = {}): Promise<FoundStates> {
  const states = new Map<string, StoredState>()
  const problems: TrueupError[] = []
  for (const pattern of patterns) {
    const found = await statesAt(pattern, io).catch((error: unknown) => asProblem(pattern, error, io))
    if (found instanceof TrueupError) problems.push(found)
    else for (const [key, state] of found) if (!states.has(key)) states.set(key, state)
  }
  return {states: [...states.values()], problems}
}

function asProblem(pattern: string, error: unknown, {signal}: StateInput): TrueupError {
  signal?.throwIfAborted()
  return error instanceof TrueupError ? error : unreadable(pattern, error)
}

/** `s3://`, and `backend:` for the state of a configuration. */
const elsewhere = /^(?:[a-z][a-z0-9+.-]+:\/\/|backend:)/i

/** By real path: the same state given twice, or through a link, is read once. */
async function statesAt(
  pattern: string,
  io: StateInput,
): Promise<readonly (readonly [string, StoredState])[] | TrueupError> {
  if (elsewhere.test(pattern) && (await kindOf(pattern)) === undefined) {
    const stored = await io.findStored?.(pattern, io.signal)
    return (
      stored?.map((state) => [state.name, state] as const) ??
      notFound(pattern, 'is no file, and URLs are not read here')
    )
  }
  const found = await matches(pattern)
  if (found instanceof TrueupError) return found
  return Promise.all(found.map(async (file) => [await keyOf(file), stateIn(file, io)] as const))
}

/** What `<(command)` of a shell leads to has no path. */
async function keyOf(file: string): Promise<string> {
  return file === '-' ? file : realpath(file).catch(() => file)
}

async function matches(pattern: string): Promise<readonly string[] | TrueupError> {
  if (pattern === '-') return [pattern]
  const kind = await kindOf(pattern)
  if (kind === 'file') return [pattern]
  if (kind === 'directory') return orElse(await statesBelow(pattern), pattern, 'holds no *.tfstate file')
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
