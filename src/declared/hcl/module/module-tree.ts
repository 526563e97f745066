import {readFile, realpath} from 'node:fs/promises'
import {join, normalize} from 'node:path'

import {userError} from '../../../errors.ts'
import type {Gap} from '../../../model/gap.ts'
import {moduleFiles} from '../parse/module-files.ts'
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
  cache: ParseCache,
): Promise<{readonly tree: ModuleTree; readonly gaps: readonly Gap[]}> {
  await checkRoot(root)
  const gaps: Gap[] = []
  const reader = new TreeReader(cache, await installedModules(root), gaps)
  return {tree: await reader.read(root, []), gaps}
}

/** @throws TrueupError config-not-found where there is nothing to read */
async function checkRoot(root: string): Promise<void> {
  const files = await moduleFiles(root).catch((error: NodeJS.ErrnoException) => notFound(root, reasonOf(error), error))
  if (files.primary.length + files.overrides.length === 0) notFound(root, 'holds no .tf, .tf.json or .tofu file')
}

function reasonOf({code}: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return 'does not exist'
  return code === 'ENOTDIR' ? 'is not a directory' : `cannot be read (${code})`
}

function notFound(root: string, reason: string, cause?: unknown): never {
  const hint = 'Name the directory of a root module, the one in which Terraform runs'
  throw userError('config-not-found', `the configuration ${root} ${reason}`, hint, cause)
}

class TreeReader {
  readonly #cache: ParseCache
  readonly #installed: ReadonlyMap<string, string>
  readonly #gaps: Gap[]
  /** Many calls share a directory; it is read, and what is wrong with it is told, once. */
  readonly #configs = new Map<string, Promise<ModuleConfig>>()

  constructor(cache: ParseCache, installed: ReadonlyMap<string, string>, gaps: Gap[]) {
    this.#cache = cache
    this.#installed = installed
    this.#gaps = gaps
  }

  async read(directory: string, path: readonly string[]): Promise<ModuleTree> {
    const config = await this.#config(directory)
    const children = new Map<string, ModuleTree>()
    for (const [name, block] of config.calls) {
      const child = await this.#child(directory, block, [...path, name])
      if (child) children.set(name, child)
    }
    return {config, children}
  }

  async #child(directory: string, call: Block, path: readonly string[]): Promise<ModuleTree | undefined> {
    if (path.length > deepest) return this.#missing(call, path, 'it calls itself, or modules are nested too deeply')
    const source = call.body['source']
    const isLocal = typeof source === 'string' && /^\.\.?(?:\/|$)/.test(source)
    const found = isLocal ? normalize(join(directory, source)) : this.#installed.get(path.join('.'))
    if (found === undefined) return this.#missing(call, path, 'it is not on this machine; run `terraform get`')
    try {
      return await this.read(found, path)
    } catch (error) {
      return this.#missing(call, path, `${found} cannot be read (${String((error as NodeJS.ErrnoException).code)})`)
    }
  }

  async #missing(call: Block, path: readonly string[], reason: string): Promise<undefined> {
    const locate = await locateIn([{primary: [call.file], overrides: []}])
    const address = path.map((name) => `module.${name}`).join('.')
    this.#gaps.push({
      reason: 'unreadable-input',
      detail: `${address} was not read: ${reason}`,
      hides: {count: 1, examples: [address]},
      source: locate(call.file, ['module', path.at(-1) ?? '']),
    })
    return undefined
  }

  async #config(directory: string): Promise<ModuleConfig> {
    const key = await realpath(directory)
    const known = this.#configs.get(key)
    if (known) return known
    const reading = this.#parse(directory)
    this.#configs.set(key, reading)
    return reading
  }

  async #parse(directory: string): Promise<ModuleConfig> {
    const source = await parseModule(directory, this.#cache)
    this.#gaps.push(...source.gaps)
    return moduleConfig(directory, source)
  }
}

/** Where `terraform init` or `terraform get` put the modules, by the path of their calls: `.terraform/modules/modules.json`. */
async function installedModules(root: string): Promise<Map<string, string>> {
  const text = await readFile(join(root, '.terraform', 'modules', 'modules.json'), 'utf8').catch(() => '')
  const modules = new Map<string, string>()
  for (const {Key: key, Dir: directory} of manifestEntries(text)) {
    if (typeof key === 'string' && typeof directory === 'string') modules.set(key, join(root, directory))
  }
  return modules
}

function manifestEntries(text: string): readonly {readonly Key?: unknown; readonly Dir?: unknown}[] {
  try {
    const manifest: unknown = JSON.parse(text)
    const entries: unknown = isJsonObject(manifest) ? manifest['Modules'] : []
    return Array.isArray(entries) ? entries.filter(isJsonObject) : []
  } catch {
    return []
  }
}
