import {existsSync} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {dirname, join, resolve} from 'node:path'

import {z} from 'zod'

/**
 * What AWS writes beside the files of a report: which files make up the current version of a period. Overwritten versions stay in the
 * bucket, so a folder read without it counts them twice.
 */
export interface Manifest {
  readonly file: string
  /** Reports and periods whose manifests are versions of each other have the same. */
  readonly subject: string
  /** Of this version: the assembly or the run of the export. */
  readonly version: string
  /** Local paths of the files that it names. */
  readonly files: readonly string[]
  /** Keys of files that are not here. */
  readonly absent: readonly string[]
}

/**
 * Of the legacy report (https://docs.aws.amazon.com/cur/latest/userguide/understanding-report-versions.html) and of data exports
 * (https://docs.aws.amazon.com/cur/latest/userguide/dataexports-export-delivery.html).
 */
const manifestSchema = z.object({
  assemblyId: z.string().optional(),
  executionId: z.string().optional(),
  reportName: z.string().optional(),
  exportName: z.string().optional(),
  account: z.string().optional(),
  billingPeriod: z.union([z.string(), z.object({start: z.string()})]).optional(),
  reportKeys: z.array(z.string()).optional(),
  dataFiles: z.array(z.string()).optional(),
})

/** Keys of the objects that a manifest names; undefined for what is no manifest. */
export function manifestKeys(text: string): readonly string[] | undefined {
  const keys = manifestIn(text)
  return (keys?.reportKeys ?? keys?.dataFiles)?.map(keyOf)
}

function keyOf(key: string): string {
  return key.replace(/^s3:\/\/[^/]+\//, '')
}

function manifestIn(text: string): z.infer<typeof manifestSchema> | undefined {
  try {
    return manifestSchema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** @returns undefined for JSON that is no manifest of a bill */
export async function readManifest(file: string): Promise<Manifest | undefined> {
  const manifest = manifestIn(await readFile(file, 'utf8').catch(() => ''))
  const keys = manifest?.reportKeys ?? manifest?.dataFiles
  if (manifest === undefined || keys === undefined) return undefined
  const {assemblyId, executionId, reportName, exportName, account, billingPeriod} = manifest
  const period = typeof billingPeriod === 'object' ? billingPeriod.start : billingPeriod
  const found = keys.map((key) => [key, localPath(key, dirname(file))] as const)
  return {
    file,
    subject: [account, reportName ?? exportName, exportOf(keys), period ?? periodInPath(file)].join('\n'),
    version: assemblyId ?? executionId ?? '',
    files: found.flatMap(([, path]) => path ?? []),
    absent: found.flatMap(([key, path]) => (path === undefined ? [key] : [])),
  }
}

/** Manifests of data exports do not say of which: their files lie below `PREFIX/EXPORT/data/`. */
function exportOf([first = '']: readonly string[]): string {
  const at = first.lastIndexOf('/data/')
  return at < 0 ? '' : first.slice(0, at)
}

function periodInPath(file: string): string {
  return /BILLING_PERIOD=[\d-]+|\d{8}-\d{8}/.exec(file)?.[0] ?? dirname(file)
}

/**
 * Where the object of a key is here. A download keeps the end of the key below some folder at or above the manifest: the longest end
 * that exists is it, nearest first.
 */
function localPath(key: string, folder: string): string | undefined {
  const parts = keyOf(key).split('/')
  for (let from = 0; from < parts.length; from += 1) {
    for (const base of ancestors(folder)) {
      const path = join(base, ...parts.slice(from))
      if (existsSync(path)) return path
    }
  }
  return undefined
}

/** A data export keeps its manifests five folders away from its data at most. */
function ancestors(folder: string): readonly string[] {
  const all = [resolve(folder)]
  for (let level = 0; level < 5; level += 1) all.push(dirname(all.at(-1) ?? ''))
  return [...new Set(all)]
}
