import {dirname, join} from 'node:path'

import {stateLocation} from '../../declared/hcl/state-location.ts'
import {loadPolicies} from '../../tags/policy/load.ts'

/** What a folder says of itself: keys of a project file with their values, each with the reason. */
export interface Discovered {
  readonly key: 'states' | 'config' | 'policies'
  readonly values: readonly string[]
  /** For the comment above it: `the backend blocks of 3 folders`. */
  readonly because: string
}

/** What lies in a folder, as who may read it tells. */
export interface FolderContent {
  readonly folder: string
  /** Paths below the folder, in order. */
  readonly files: readonly string[]
  /** Undefined where a file cannot be read, or is too large to be what is looked for. */
  readonly read: (file: string) => Promise<string | undefined>
}

/** Beyond it, somebody should choose. */
const mostStates = 50

/**
 * From the names of the files below a folder, the blocks that say where states are kept, and what may be a tag policy. What cannot be
 * read is not told.
 */
export async function discover({folder, files, read}: FolderContent): Promise<readonly Discovered[]> {
  const policies = await policiesAmong(files, read)
  const roots = await rootModules(folder, files)
  const local = files.filter((file) => file.endsWith('.tfstate'))
  const kept = roots.map((root) => `backend:${root}`)
  // A state that lies beside code whose backend is elsewhere is a leftover of `terraform init -migrate-state`.
  const states = [...local.filter((file) => !roots.includes(dirname(file))), ...kept]
  const [only, ...others] = new Set([...roots, ...local.map(dirname)].filter((at) => hasCode(files, at)))
  return [
    ...(states.length > 0 && states.length <= mostStates
      ? [{key: 'states' as const, values: states, because: whence(states.length - kept.length, kept.length)}]
      : []),
    ...(only !== undefined && others.length === 0
      ? [{key: 'config' as const, values: [only], because: 'the code beside the state'}]
      : []),
    ...(policies.length > 0
      ? [{key: 'policies' as const, values: policies, because: 'files that are tag policies'}]
      : []),
  ]
}

function whence(files: number, blocks: number): string {
  return [
    ...(files > 0 ? [files === 1 ? 'a state file' : `${files} state files`] : []),
    ...(blocks > 0 ? [blocks === 1 ? 'the backend of the code' : `the backends of ${blocks} folders of code`] : []),
  ].join(' and ')
}

const isCode = /\.(?:tf|tofu|tf\.json)$/

function hasCode(files: readonly string[], folder: string): boolean {
  return files.some((file) => isCode.test(file) && dirname(file) === folder)
}

/** Folders of code that say where their state is kept. */
async function rootModules(folder: string, files: readonly string[]): Promise<readonly string[]> {
  const folders = [...new Set(files.filter((file) => isCode.test(file)).map(dirname))]
  const located = await Promise.all(
    folders.map(async (at) => ({at, location: await stateLocation(join(folder, at)).catch(() => undefined)})),
  )
  return located.flatMap(({at, location}) => (location && location.type !== 'local' ? [at] : []))
}

async function policiesAmong(files: readonly string[], read: FolderContent['read']): Promise<readonly string[]> {
  const likely = files.filter((file) =>
    /(?:tag|polic)[^/]*\.(?:ya?ml|json)$|polic[^/]*\/[^/]*\.(?:ya?ml|json)$/i.test(file),
  )
  const judged = await Promise.all(likely.map(async (file) => (isPolicy(file, await read(file)) ? [file] : [])))
  return judged.flat()
}

function isPolicy(name: string, text: string | undefined): boolean {
  if (text === undefined) return false
  try {
    return loadPolicies([{name, text}]).rules.length > 0
  } catch {
    return false
  }
}
