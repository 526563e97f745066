import {glob, readFile, stat} from 'node:fs/promises'
import {basename, dirname, join} from 'node:path'

import {stateLocation} from '../../declared/hcl/state-location.ts'
import {loadPolicies} from '../../tags/policy/load.ts'

/** What a folder says of itself: keys of a project file with their values, each with the reason. */
export interface Discovered {
  readonly key: 'states' | 'config' | 'policies'
  readonly values: readonly string[]
  /** For the comment above it: `the backend blocks of 3 folders`. */
  readonly because: string
}

/** Beyond it, a folder is no place to guess in. */
const mostFiles = 20_000
const mostStates = 50
/** A policy is a page; nothing larger is opened to see whether it is one. */
const mostPolicyBytes = 200_000

const notOurs = new Set(['node_modules', 'vendor', 'modules', 'examples', 'test', 'tests', 'fixtures'])

/**
 * Reads the names of the files below a folder, the blocks that say where states are kept, and what may be a tag policy. What it cannot
 * read, it does not tell.
 */
export async function discover(folder: string): Promise<readonly Discovered[]> {
  const files = await filesBelow(folder)
  const policies = await policiesAmong(folder, files)
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

async function filesBelow(folder: string): Promise<readonly string[]> {
  const found: string[] = []
  const entries = glob('**/*.{tf,tofu,tf.json,tfstate,yaml,yml,json}', {
    cwd: folder,
    exclude: (path) => {
      const name = basename(path)
      return name.startsWith('.') || notOurs.has(name)
    },
  })
  for await (const file of entries) {
    found.push(file.replaceAll('\\', '/'))
    if (found.length >= mostFiles) break
  }
  return found.toSorted()
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

async function policiesAmong(folder: string, files: readonly string[]): Promise<readonly string[]> {
  const likely = files.filter((file) =>
    /(?:tag|polic)[^/]*\.(?:ya?ml|json)$|polic[^/]*\/[^/]*\.(?:ya?ml|json)$/i.test(file),
  )
  const judged = await Promise.all(likely.map(async (file) => ((await isPolicy(join(folder, file))) ? [file] : [])))
  return judged.flat()
}

async function isPolicy(file: string): Promise<boolean> {
  try {
    if ((await stat(file)).size > mostPolicyBytes) return false
    const {rules} = loadPolicies([{name: file, text: await readFile(file, 'utf8')}])
    return rules.length > 0
  } catch {
    return false
  }
}
