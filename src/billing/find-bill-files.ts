import {glob, readdir, realpath, stat} from 'node:fs/promises'
import {basename, dirname, join, relative, resolve} from 'node:path'

import type {TrueupError} from '../errors.ts'
import {billError} from './bill-error.ts'
import {type Manifest, readManifest} from './manifest.ts'

/** Files that are charged together: those of one manifest, or one alone. */
export interface Delivery {
  readonly files: readonly string[]
  /** The manifest that vouches that nothing is in it twice. */
  readonly manifest?: string
}

export interface FoundBill {
  readonly deliveries: readonly Delivery[]
  /** Files of versions that a manifest says are overwritten: not read. */
  readonly superseded: readonly string[]
  /** What is not as it should be: patterns without a file, files that a manifest names and that are not here. */
  readonly problems: readonly TrueupError[]
}

/** Files, directories, globs and manifests to the files of bills, each once. */
export async function findBillFiles(patterns: readonly string[]): Promise<FoundBill> {
  const problems: TrueupError[] = []
  const files = new Map<string, string>()
  const manifests = new Map<string, Manifest>()
  for (const pattern of patterns) {
    const found = await matches(pattern)
    if (found.length === 0) problems.push(notFound(pattern))
    for (const file of found) {
      const key = await realpath(file)
      const manifest = file.endsWith('.json') ? await readManifest(file) : undefined
      if (manifest) manifests.set(key, manifest)
      else if (!file.endsWith('.json') || found.length === 1) files.set(key, file)
    }
  }
  const current = currentManifests([...manifests.values()])
  for (const {file, absent, files: named} of current) {
    const of = `${absent.length} of the ${absent.length + named.length} files that ${file} names are not here`
    if (absent.length > 0) problems.push(billError('bill-files-absent', `${of}: ${absent.slice(0, 3).join(', ')}`))
  }
  return {...deliveriesOf(files, current, [...manifests.values()]), problems}
}

/**
 * One manifest a period. AWS keeps that of the current version beside the folders of all versions, so the one nearest to the root counts.
 *
 * @throws {TrueupError} `bill-versions` where versions lie side by side
 */
function currentManifests(manifests: readonly Manifest[]): readonly Manifest[] {
  return [...Map.groupBy(manifests, ({subject}) => subject).values()].flatMap((versions) => {
    const depths = versions.map(({file}) => resolve(file).split('/').length)
    const nearest = versions.filter((_, at) => depths[at] === Math.min(...depths))
    const [newest, second] = nearest.toSorted((a, b) => (stampOf(a) < stampOf(b) ? 1 : -1))
    if (newest === undefined) return []
    if (second !== undefined && second.version !== newest.version && stampOf(newest) === stampOf(second)) {
      throw billError(
        'bill-versions',
        `${second.file} and ${newest.file} are versions of one report and period, and nothing tells which is the current one`,
      )
    }
    return [newest]
  })
}

/** Data exports that keep versions put each in a folder whose name begins with the time. */
function stampOf({file}: Manifest): string {
  return /\d{4}-\d{2}-\d{2}T[\d:.-]+Z?/.exec(file)?.[0] ?? ''
}

function deliveriesOf(
  files: ReadonlyMap<string, string>,
  current: readonly Manifest[],
  all: readonly Manifest[],
): Omit<FoundBill, 'problems'> {
  const named = new Set(current.flatMap((manifest) => manifest.files.map((file) => resolve(file))))
  const superseded: string[] = []
  const alone: Delivery[] = []
  for (const [key, file] of [...files].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (named.has(key) || named.has(resolve(file))) continue
    if (isSuperseded(resolve(file), current, all)) superseded.push(file)
    else alone.push({files: [file]})
  }
  const vouched = current
    .filter((manifest) => manifest.files.length > 0)
    .map((manifest) => ({files: manifest.files.map(shortPath), manifest: manifest.file}))
  return {deliveries: [...vouched, ...alone], superseded}
}

/**
 * Named by the manifest of an older version; or named like the files of the current one, beside one of them or below the folder of its
 * manifest. Another report may lie in the same folder.
 */
function isSuperseded(file: string, current: readonly Manifest[], all: readonly Manifest[]): boolean {
  const byOlder = all.some(
    (manifest) => !current.includes(manifest) && manifest.files.some((one) => resolve(one) === file),
  )
  return byOlder || current.some((manifest) => isPartOfOther(file, manifest))
}

function isPartOfOther(file: string, manifest: Manifest): boolean {
  const alike = manifest.files.map((one) => resolve(one)).filter((one) => stemOf(one) === stemOf(file))
  const below = `${dirname(resolve(manifest.file))}/`
  return alike.some((one) => dirname(one) === dirname(file) || file.startsWith(below))
}

/** `report-00001.csv.gz` without its number. */
function stemOf(file: string): string {
  return basename(file).replaceAll(/\d+/g, '#')
}

function shortPath(path: string): string {
  const short = relative('.', path)
  return short.startsWith('..') ? path : short
}

async function matches(pattern: string): Promise<readonly string[]> {
  const kind = await entryKind(pattern)
  if (kind === 'file') return [pattern]
  if (kind === 'directory') return filesBelow(pattern)
  if (!/[*?[\]{}]/.test(pattern)) return []
  const found: string[] = []
  for await (const file of glob(pattern)) {
    const entry = await entryKind(file)
    if (entry === 'file') found.push(file)
    else if (entry === 'directory') found.push(...(await filesBelow(file)))
  }
  return found.toSorted()
}

/** Names choose among the files of a folder; what a file is, its content says. */
const ofBills = /\.(?:csv|csv\.gz|gz|zip|parquet|json)$/i

/** Beside a report for Athena: whether the update of its table is done (https://docs.aws.amazon.com/cur/latest/userguide/create-manually.html). */
const statusFolder = 'cost_and_usage_data_status'

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, {withFileTypes: true, recursive: true})
  return entries
    .filter((entry) => !entry.isDirectory() && ofBills.test(entry.name) && !entry.name.startsWith('.'))
    .filter((entry) => !entry.parentPath.includes(statusFolder))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
}

async function entryKind(path: string): Promise<'file' | 'directory' | undefined> {
  try {
    return (await stat(path)).isDirectory() ? 'directory' : 'file'
  } catch {
    return undefined
  }
}

function notFound(pattern: string): TrueupError {
  const reason = /[*?[\]{}]/.test(pattern) ? 'matches no file' : 'does not exist, or holds no CSV or Parquet file'
  return billError('bill-not-found', `${pattern} ${reason}`)
}
