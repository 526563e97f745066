import {readFileSync, realpathSync} from 'node:fs'
import {join, normalize} from 'node:path'

import {userError} from '../../../errors.ts'
import type {Gap} from '../../../model/gap.ts'
import {type ModuleFiles, moduleFiles} from '../parse/module-files.ts'
import type {ParseCache} from '../parse/parse-cache.ts'
import {parseModule} from '../parse/parse-module.ts'
import {isJsonObject} from '../parse/parsed-file.ts'
import {locateIn} from '../positions/locate.ts'
import {type Block, moduleConfig, type ModuleConfig} from './module-config.ts'

/** A module and, by the names of its calls, the modules that it calls. A missing one is a gap. */
export interface ModuleTree {
  readonly config: ModuleConfig
  readonly children: ReadonlyMap<string, ModuleTree>
}

/** Deeper nesting is a module that calls itself. */
const deepest = 24

/** Reads the module in `root` and all that it calls, as far as they are on this machine. */
export async function readModuleTree(
  root: string,
  dataFolder: string,
  cache: ParseCache,
): Promise<{readonly tree: ModuleTree; readonly gaps: readonly Gap[]}> {
  checkRoot(root)
  const reader = new TreeReader(cache, installedModules(root, dataFolder))
  const {tree, gaps} = await reader.read(root, [])
  return {tree, gaps: [...new Set(gaps)]}
}

/** @throws TrueupError config-not-found where there is nothing to read */
function checkRoot(root: string): void {
  const {primary, overrides} = filesIn(root)
  if (primary.length + overrides.length === 0) notFound(root, 'holds no .tf, .tf.json or .tofu file')
}

function filesIn(root: string): ModuleFiles {
  try {
    return moduleFiles(root)
  } catch (error) {
    return notFound(root, reasonOf(error as NodeJS.ErrnoException), error)
  }
}

function reasonOf({code}: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return 'does not exist'
  return code === 'ENOTDIR' ? 'is not a directory' : `cannot be read (${code})`
}

function notFound(root: string, reason: string, cause?: unknown): never {
  const hint = 'Name the directory of a root module, the one in which Terraform runs'
  throw userError('config-not-found', `the configuration ${root} ${reason}`, hint, cause)
}

/** A part of the tree, and what is wrong with it; a gap of a directory that is called twice comes twice, as the same object. */
interface Reading {
  readonly tree: ModuleTree
  readonly gaps: readonly Gap[]
}

class TreeReader {
  readonly #cache: ParseCache
  readonly #installed: ReadonlyMap<string, string>
  /** Many calls share a directory: it is read once. */
  readonly #directories = new Map<string, Promise<Directory>>()

  constructor(cache: ParseCache, installed: ReadonlyMap<string, string>) {
    this.#cache = cache
    this.#installed = installed
  }

  async read(directory: string, path: readonly string[]): Promise<Reading> {
    const {config, gaps} = await this.#directory(directory)
    const calls = [...config.calls]
    const read = await Promise.all(calls.map(async ([name, block]) => this.#child(config, block, [...path, name])))
    const children = read.flatMap((child, index): [string, ModuleTree][] =>
      'tree' in child ? [[calls[index]?.[0] ?? '', child.tree]] : [],
    )
    const below = read.flatMap((child) => ('tree' in child ? child.gaps : [child]))
    return {tree: {config, children: new Map(children)}, gaps: [...gaps, ...below]}
  }

  async #child(caller: ModuleConfig, call: Block, path: readonly string[]): Promise<Reading | Gap> {
    const missing = (reason: string) => missingModule(caller, call, path, reason)
    if (path.length > deepest) return missing('it calls itself, or modules are nested too deeply')
    const source = call.body['source']
    const isLocal = typeof source === 'string' && /^\.\.?(?:\/|$)/.test(source)
    const found = isLocal ? normalize(join(caller.directory, source)) : this.#installed.get(path.join('.'))
    if (found === undefined) return missing('it is not on this machine; run `terraform get`')
    try {
      return await this.read(found, path)
    } catch (error) {
      return missing(`${found} cannot be read (${String((error as NodeJS.ErrnoException).code)})`)
    }
  }

  async #directory(directory: string): Promise<Directory> {
    const key = realpathSync(directory)
    const known = this.#directories.get(key)
    if (known) return known
    const reading = this.#parse(directory)
    this.#directories.set(key, reading)
    return reading
  }

  async #parse(directory: string): Promise<Directory> {
    const source = await parseModule(directory, this.#cache)
    return {config: moduleConfig(directory, source), gaps: source.gaps}
  }
}

interface Directory {
  readonly config: ModuleConfig
  readonly gaps: readonly Gap[]
}

function missingModule({positions}: ModuleConfig, call: Block, path: readonly string[], reason: string): Gap {
  const address = path.map((name) => `module.${name}`).join('.')
  return {
    reason: 'unreadable-input',
    detail: `${address} was not read: ${reason}`,
    hides: {count: 1, examples: [address]},
    source: locateIn([positions])(call.file, ['module', path.at(-1) ?? '']),
  }
}

/** Where `terraform init` or `terraform get` put the modules, by the path of their calls: `.terraform/modules/modules.json`. */
function installedModules(root: string, dataFolder: string): Map<string, string> {
  const modules = new Map<string, string>()
  for (const {Key: key, Dir: directory} of manifestEntries(join(dataFolder, 'modules', 'modules.json'))) {
    if (typeof key === 'string' && typeof directory === 'string') modules.set(key, join(root, directory))
  }
  return modules
}

function manifestEntries(file: string): readonly {readonly Key?: unknown; readonly Dir?: unknown}[] {
  try {
    const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'))
    const entries: unknown = isJsonObject(manifest) ? manifest['Modules'] : []
    return Array.isArray(entries) ? entries.filter(isJsonObject) : []
  } catch {
    return []
  }
}
