import type {DeclaredResource} from '../../model/declared.ts'
import type {Configuration} from './read-configuration.ts'

/** Finds how a configuration declares what a state recorded: by address, after `moved` blocks. */
export function codeOf(configuration: Configuration): (recorded: DeclaredResource) => DeclaredResource | undefined {
  const byAddress = new Map(configuration.resources.map((resource) => [resource.address, resource]))
  const moves = configuration.moved.map(({module, from, to}) => ({
    from: inModule(module, from),
    to: inModule(module, to),
  }))
  return ({address}) => byAddress.get(address) ?? byAddress.get(moved(address, moves))
}

interface Move {
  readonly from: string
  readonly to: string
}

/** Moves may follow each other, in whatever order they are written; each is taken once, as they may lead in a circle. */
function moved(address: string, moves: readonly Move[]): string {
  const rest = new Set(moves)
  let current = address
  for (let next: Move | undefined; (next = [...rest].find(({from}) => isAt(current, from)));) {
    rest.delete(next)
    current = next.to + current.slice(next.from.length)
  }
  return current
}

/** The address itself, an instance of it, or something inside the module of that address. */
function isAt(address: string, place: string): boolean {
  return address === place || address.startsWith(`${place}.`) || address.startsWith(`${place}[`)
}

function inModule(module: string | undefined, address: string): string {
  return module === undefined ? address : `${module}.${address}`
}

/**
 * Whether the configuration leaves open if the resource is still declared: its block does not say how many instances there are, a
 * module or a file could not be read, or a `removed` block lets it go on purpose.
 */
export function isOpenIn({gaps, blocks, removed}: Configuration): (resource: DeclaredResource) => boolean {
  const open = blocks.filter(({instancesUnknown}) => instancesUnknown !== undefined).map(({address}) => address)
  const released = removed.map(({module, from}) => inModule(module, from))
  return ({address}) => gaps.length > 0 || [...open, ...released].some((place) => isAt(address, place))
}
