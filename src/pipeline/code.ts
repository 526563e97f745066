import type {VariableSources} from '../declared/hcl/module/given-variables.ts'
import type {Surroundings} from '../model/surroundings.ts'
import type {Declaring} from './declared.ts'

/** A root module, and what its variables are given. */
export interface CodeRequest {
  readonly folder: string
  readonly variables: VariableSources
  /** TF_WORKSPACE */
  readonly workspace?: string | undefined
  /** TF_DATA_DIR */
  readonly dataFolder?: string | undefined
}

/** Evaluates the code with what the states recorded at hand. The parser is loaded here: it takes longer than a small scan. */
export async function takeCode(
  {folder, ...given}: CodeRequest,
  {joiner, catalog}: Declaring,
  surroundings: Surroundings,
) {
  const {progress, cacheFolder} = surroundings
  progress.step(`reading ${folder}`)
  const [{readConfiguration}, {codeOf, isOpenIn}] = await Promise.all([
    import('../declared/hcl/read-configuration.ts'),
    import('../declared/hcl/code-of.ts'),
  ])
  const recorded = new Map([...joiner.recorded()].map(({address, attributes}) => [address, attributes]))
  const options = {...given, cacheFolder, recorded: (address: string) => recorded.get(address)}
  const configuration = await readConfiguration(folder, options)
  const find = codeOf(configuration)
  joiner.configure(find)
  const {resources: configured, gaps, providers, ignores} = configuration
  for (const {type} of configured) await catalog.want(type)
  const configuredAt = (address: string) => find({address})
  return {
    recorded: joiner.recorded(),
    configured,
    codeOf: find,
    isOpen: isOpenIn(configuration),
    gaps,
    providers,
    fixable: {folder, resources: configured, configuredAt, given: configuration.given},
    ignores,
  }
}
