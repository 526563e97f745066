import type {DeclaredResource} from '../../model/declared.ts'
import {inModule, isAt, movedTo, movesOf} from './module/moves.ts'
import type {Configuration} from './read-configuration.ts'

/** Finds how a configuration declares what a state recorded: by address, after `moved` blocks. */
export function codeOf(
  configuration: Configuration,
): (recorded: Pick<DeclaredResource, 'address'>) => DeclaredResource | undefined {
  const byAddress = new Map(configuration.resources.map((resource) => [resource.address, resource]))
  const moves = movesOf(configuration.moved)
  return ({address}) => byAddress.get(address) ?? byAddress.get(movedTo(address, moves))
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
