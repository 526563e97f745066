import {join, resolve} from 'node:path'

import type {DeclaredResource} from '../../model/declared.ts'
import type {Gap} from '../../model/gap.ts'
import type {InlineIgnore} from '../../model/inline-ignore.ts'
import type {SourceRef} from '../../model/source.ts'
import {Unknown, type ValueRecord} from '../../model/value.ts'
import {configurationFiles} from './configuration-files.ts'
import {Budget} from './expression/budget.ts'
import {evaluate} from './expression/evaluate.ts'
import type {Expression} from './expression/expression.ts'
import type {FunctionContext} from './functions/function.ts'
import type {LanguageValue} from './language-value.ts'
import {collect} from './module/collect.ts'
import {givenVariables, type VariableSources} from './module/given-variables.ts'
import {Memo} from './module/memo.ts'
import {Module} from './module/module.ts'
import type {ModuleConfig} from './module/module-config.ts'
import {type ModuleTree, readModuleTree} from './module/module-tree.ts'
import {movedFrom, movesOf} from './module/moves.ts'
import type {ProviderConfiguration} from './module/providers.ts'
import type {ConfiguredBlock, Found, Import, Moved, Removed, Run} from './module/run.ts'
import {type Locate, locateIn} from './positions/locate.ts'
import {noCache, parseCacheIn} from './parse/parse-cache.ts'
import {workspaceOf} from './module/workspace.ts'
import {compileInThread} from './parse/parsing.ts'

export interface ConfigurationOptions {
  readonly variables?: VariableSources
  /** Else the one that was selected in the directory, or `default`. */
  readonly workspace?: string | undefined
  /** `.terraform` in the root where it is not given: TF_DATA_DIR. */
  readonly dataFolder?: string | undefined
  /** The attributes that a state records for the instance at an address. */
  readonly recorded?: (address: string) => ValueRecord | undefined
  /** Keeps what was parsed, by content; may be deleted at any time. */
  readonly cacheFolder?: string | undefined
}

/** What the configuration in a directory declares. */
export interface Configuration {
  readonly resources: readonly DeclaredResource[]
  readonly blocks: readonly ConfiguredBlock[]
  readonly providers: readonly ProviderConfiguration[]
  readonly moved: readonly Moved[]
  readonly removed: readonly Removed[]
  readonly imports: readonly Import[]
  /** All comments that ignore something, those about nothing included. */
  readonly ignores: readonly InlineIgnore[]
  /** Variables of the root module that are set from outside, and the file that does; undefined for flags and the environment. */
  readonly given: ReadonlyMap<string, string | undefined>
  readonly gaps: readonly Gap[]
  /** Where the state is kept. */
  readonly backend?: {readonly type: string; readonly source: SourceRef}
}

/** Reads and evaluates the root module in a directory, and the modules that it calls. */
export async function readConfiguration(root: string, options: ConfigurationOptions = {}): Promise<Configuration> {
  const cache = options.cacheFolder === undefined ? noCache : parseCacheIn(join(options.cacheFolder, 'parsed'))
  const {tree, gaps} = await readModuleTree(root, dataFolderOf(root, options), cache)
  const given = await givenVariables(tree.config, options.variables ?? {}, cache)
  const locate = locateIn([...configsIn(tree)].map(({positions}) => positions))
  const evaluation = {root, options, given: given.values, locate, recorded: options.recorded ?? (() => undefined)}
  const first = await evaluateAll(tree, evaluation)
  const found = first.moved.length === 0 ? first : await evaluateAll(tree, afterMoves(first.moved, evaluation))
  const {backend} = tree.config
  const ignores = [...new Set([...configsIn(tree)].map((config) => config.ignores))]
  return {
    ...found,
    given: given.files,
    ignores: ignores.flatMap(({all}) => all),
    gaps: [...gaps, ...given.gaps, ...ignores.flatMap((each) => each.gaps), ...found.gaps],
    ...(backend
      ? {backend: {type: backend.type, source: locate(backend.block.file, ['terraform', 'backend', backend.type])}}
      : {}),
  }
}

/** As Terraform sees it from the root: it is run there. https://developer.hashicorp.com/terraform/cli/config/environment-variables#tf_data_dir */
function dataFolderOf(root: string, {dataFolder = '.terraform'}: ConfigurationOptions): string {
  return resolve(root, dataFolder)
}

function* configsIn({config, children}: ModuleTree): Generator<ModuleConfig> {
  yield config
  for (const child of children.values()) yield* configsIn(child)
}

interface Evaluation {
  readonly root: string
  readonly options: ConfigurationOptions
  readonly given: ReadonlyMap<string, LanguageValue>
  readonly locate: Locate
  readonly recorded: Run['recorded']
}

/** What moved is recorded under its address of before, until the code is applied. */
function afterMoves(blocks: readonly Moved[], evaluation: Evaluation): Evaluation {
  const {recorded} = evaluation
  const moves = movesOf(blocks)
  const before = (address: string) =>
    movedFrom(address, moves)
      .map(recorded)
      .find((attributes) => attributes !== undefined)
  return {...evaluation, recorded: (address) => recorded(address) ?? before(address)}
}

/** Templates in files and variables are found while evaluating, and parsing them has to wait: then everything is evaluated again. */
async function evaluateAll(tree: ModuleTree, evaluation: Evaluation): Promise<Found> {
  const templates = new Map<string, Expression>()
  for (let round = 0; ; round++) {
    const wanted = new Set<string>()
    const found = evaluateOnce(tree, evaluation, templates, wanted)
    if (wanted.size === 0 || round === mostRounds) return found
    for (const [text, expression] of await compileInThread([...wanted])) templates.set(text, expression)
  }
}

/** Templates in templates in templates. */
const mostRounds = 5

const steps = 10_000_000

function evaluateOnce(
  tree: ModuleTree,
  {root, options, given, locate, recorded}: Evaluation,
  templates: ReadonlyMap<string, Expression>,
  wanted: Set<string>,
): Found {
  const budget = new Budget(steps)
  const functions = functionContext(root, budget, templates, wanted)
  const found: Found = {resources: [], blocks: [], providers: [], moved: [], removed: [], imports: [], gaps: []}
  const run: Run = {
    root,
    workspace: workspaceOf(options.workspace, dataFolderOf(root, options), tree.config),
    budget,
    memo: new Memo(budget),
    functions,
    recorded,
    locate,
    found,
  }
  const inputs = Object.fromEntries([...given].map(([name, value]) => [name, () => value]))
  collect(new Module({tree, address: undefined, calls: [], ignores: [], inputs, providers: new Map()}, run), run)
  if (budget.isFull) found.gaps.push(tooMany(root))
  return found
}

function tooMany(root: string): Gap {
  const detail = `${root} was not read to the end: it has more instances of resources and modules than are looked at`
  return {reason: 'unreadable-input', detail, hides: {count: 0, examples: []}, source: {file: root}}
}

function functionContext(
  root: string,
  budget: Budget,
  templates: ReadonlyMap<string, Expression>,
  wanted: Set<string>,
): FunctionContext {
  const functions: FunctionContext = {
    files: configurationFiles(root),
    template: (text, variables) => {
      const expression = templates.get(text)
      if (!expression) {
        wanted.add(text)
        return new Unknown('the template was not parsed')
      }
      const lookup = (name: string) => (Object.hasOwn(variables, name) ? variables[name] : undefined)
      return evaluate(expression, {lookup, functions, budget, strict: true})
    },
  }
  return functions
}
