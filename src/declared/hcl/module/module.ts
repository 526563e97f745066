import type {InlineIgnore} from '../../../model/inline-ignore.ts'
import type {SourceRef} from '../../../model/source.ts'
import {Unknown} from '../../../model/value.ts'
import {formatAddress} from '../../../model/address.ts'
import {lazyObject, leaveOpen} from '../expression/lazy-object.ts'
import {secret} from '../expression/marks.ts'
import {withVariables} from '../expression/scope.ts'
import type {LanguageObject, LanguageValue} from '../language-value.ts'
import {type Instance, type Instances, instancesOf, unknownInstances} from './instances.ts'
import {type BodyScope, jsonValue} from './json-value.ts'
import type {Block, ModuleConfig} from './module-config.ts'
import type {ModuleTree} from './module-tree.ts'
import {relative} from 'node:path'
import {unknownResource} from './overlay.ts'
import {passedProviders, providerFor, providerScope} from './provider-scope.ts'
import type {ProviderScope} from './providers.ts'
import {referenceIn} from './reference-text.ts'
import {type Resource, resourceOf, resourceValue} from './resource.ts'
import type {Run} from './run.ts'
import {variableValue} from './variable.ts'

/** One instance of a module: where it is, and what its caller hands in. */
export interface ModuleCall {
  readonly tree: ModuleTree
  /** `module.a["x"]`; absent for the root. */
  readonly address: string | undefined
  /** Where the calls stand that lead here, that in the root module first. */
  readonly calls: readonly SourceRef[]
  /** What comments at these calls ignore. */
  readonly ignores: readonly InlineIgnore[]
  readonly inputs: Readonly<Record<string, () => LanguageValue>>
  readonly providers: ProviderScope
}

/** A module whose values are computed when they are asked for. */
export class Module {
  readonly address: string | undefined
  readonly calls: readonly SourceRef[]
  readonly ignores: readonly InlineIgnore[]
  readonly config: ModuleConfig
  readonly scope: BodyScope
  readonly resources: readonly Resource[]
  readonly outputs: LanguageObject
  readonly #run: Run
  readonly #call: ModuleCall
  readonly #providers: ProviderScope
  readonly #calls: ReadonlyMap<string, () => ModuleInstances>

  constructor(call: ModuleCall, run: Run) {
    const {config} = call.tree
    this.#run = run
    this.#call = call
    this.address = call.address
    this.calls = call.calls
    this.ignores = call.ignores
    this.config = config
    const roots: Record<string, LanguageValue> = {}
    this.scope = {
      lookup: (root) => (Object.hasOwn(roots, root) ? roots[root] : undefined),
      functions: run.functions,
      budget: run.budget,
      strict: false,
      templates: config.templates,
    }
    this.#providers = providerScope({config, address: call.address, given: call.providers}, this.scope, run)
    this.resources = config.resources.map((block) => this.#resource(block))
    this.#calls = new Map([...config.calls].map(([name, block]) => [name, this.#instances(name, block)]))
    this.outputs = this.#named('output', config.outputs, (_, block) => outputValue(block, this.scope))
    Object.assign(roots, this.#roots())
  }

  /** The instances of the modules that this one calls. */
  *children(): Generator<Module> {
    for (const instances of this.#calls.values()) yield* instances().modules
  }

  #roots(): Record<string, LanguageValue> {
    const {config} = this
    const {root, workspace} = this.#run
    return {
      ...this.#resourceRoots(),
      var: this.#named('var', config.variables, (name, block) =>
        variableValue(name, block, this.#call.inputs[name], this.scope),
      ),
      local: this.#named('local', config.locals, (_, json) => jsonValue(json, this.scope)),
      module: this.#named('module', config.calls, (name) => this.#moduleValue(name)),
      path: {
        module: relative(root, config.directory) || '.',
        root: '.',
        cwd: new Unknown('it depends on where Terraform runs', 'path.cwd'),
      },
      terraform: {workspace},
      ephemeral: new Unknown('ephemeral values are never kept', 'ephemeral'),
      self: new Unknown('only provisioners know it', 'self'),
    }
  }

  /** `aws_instance` to an object of all instances by name, and `data` to the same of data sources. */
  #resourceRoots(): Record<string, LanguageValue> {
    const byType = {
      managed: new Map<string, Record<string, () => LanguageValue>>(),
      data: new Map<string, Record<string, () => LanguageValue>>(),
    }
    for (const item of this.resources) {
      const {mode, type, name} = item.block
      const names = byType[mode].get(type) ?? {}
      names[name] = this.#run.memo.value(`the value of ${item.address}`, () => resourceValue(item, this.#run))
      byType[mode].set(type, names)
    }
    const objects = (types: Map<string, Record<string, () => LanguageValue>>, prefix: string) =>
      Object.fromEntries([...types].map(([type, names]) => [type, undeclared(lazyObject(names), `${prefix}${type}`)]))
    return {...objects(byType.managed, ''), data: undeclared(objects(byType.data, 'data.'), 'data')}
  }

  #named<T>(
    kind: string,
    blocks: ReadonlyMap<string, T>,
    compute: (name: string, block: T) => LanguageValue,
  ): LanguageObject {
    const prefix = this.address === undefined ? kind : `${this.address}.${kind}`
    const values = [...blocks].map(([name, block]): [string, () => LanguageValue] => [
      name,
      this.#run.memo.value(`${prefix}.${name}`, () => compute(name, block)),
    ])
    return undeclared(lazyObject(Object.fromEntries(values)), prefix)
  }

  #resource(block: ModuleConfig['resources'][number]): Resource {
    const reference = referenceIn(block.body['provider'])
    const provider = providerFor(reference, block.type, this.#providers, this.config)
    return resourceOf(block, this.address, provider, this.scope, this.#run)
  }

  #instances(name: string, block: Block): () => ModuleInstances {
    const tree = this.#call.tree.children.get(name)
    const address = `${this.address === undefined ? '' : `${this.address}.`}module.${name}`
    const compute = (): ModuleInstances => {
      const instances = instancesOf(block.body, this.scope)
      const modules =
        tree && !this.#run.budget.isFull
          ? instances.all.map((instance) => this.#child(tree, [name, address], block, instance))
          : []
      return {instances, modules}
    }
    return this.#run.memo.once(`the number of ${address}`, compute, noInstances)
  }

  #child(tree: ModuleTree, [name, address]: [string, string], {body, file}: Block, instance: Instance): Module {
    const scope = {...withVariables(this.scope, instance.variables), templates: this.scope.templates}
    const own = addressWithKey(address, instance.key)
    const inputs = Object.entries(body)
      .filter(([input]) => !metaArguments.has(input))
      .map(([input, json]): [string, () => LanguageValue] => [
        input,
        this.#run.memo.value(`${input} of ${own}`, () => jsonValue(json, scope)),
      ])
    const providers = passedProviders(body['providers'], this.#providers, this.config)
    const calls = [...this.calls, this.#run.locate(file, ['module', name])]
    const ignores = [...this.ignores, ...this.config.ignores.about(['module', name])]
    return new Module({tree, address: own, calls, ignores, inputs: Object.fromEntries(inputs), providers}, this.#run)
  }

  #moduleValue(name: string): LanguageValue {
    const reference = `module.${name}`
    const {instances, modules} = this.#calls.get(name)?.() ?? {}
    if (!instances || !modules || modules.length < instances.all.length) {
      return new Unknown('the module was not read', reference)
    }
    const [first] = modules
    if (instances.kind === 'unknown') return unknownResource(instances.unknown, reference)
    if (instances.kind === 'single') return first?.outputs ?? null
    if (instances.kind === 'count') return modules.map(({outputs}) => outputs)
    return Object.fromEntries(instances.all.map(({key}, index) => [String(key), modules[index]?.outputs ?? null]))
  }
}

interface ModuleInstances {
  readonly instances: Instances
  readonly modules: readonly Module[]
}

function noInstances(unknown: Unknown): ModuleInstances {
  return {instances: unknownInstances(unknown), modules: []}
}

const metaArguments: ReadonlySet<string> = new Set([
  'count',
  'depends_on',
  'for_each',
  'lifecycle',
  'providers',
  'source',
  'version',
])

function undeclared<T extends LanguageObject>(object: T, reference: string): T {
  return leaveOpen(object, {reason: 'nothing of this name is declared', reference})
}

function outputValue({body}: Block, scope: BodyScope): LanguageValue {
  const value = jsonValue(body['value'] ?? null, scope)
  return body['sensitive'] === true ? secret(value) : value
}

function addressWithKey(address: string, key: string | number | undefined): string {
  const mark = 'x.x'
  return formatAddress({module: undefined, mode: 'managed', type: 'x', name: 'x', key}).replace(mark, () => address)
}
