import type {Moved} from './run.ts'

/** A `moved` block with its addresses as seen from the root. */
export interface Move {
  readonly from: string
  readonly to: string
}

export function movesOf(blocks: readonly Moved[]): readonly Move[] {
  return blocks.map(({module, from, to}) => ({from: inModule(module, from), to: inModule(module, to)}))
}

/** Where an object of an address is by now. Moves may follow each other, in whatever order they are written. */
export function movedTo(address: string, moves: readonly Move[]): string {
  return [address, ...followed(address, moves)].at(-1) ?? address
}

/** Where an object of an address may have been, the last place first. */
export function movedFrom(address: string, moves: readonly Move[]): readonly string[] {
  return followed(
    address,
    moves.map(({from, to}) => ({from: to, to: from})),
  )
}

/** Each move is taken once, as they may lead in a circle. */
function followed(address: string, moves: readonly Move[]): readonly string[] {
  const rest = new Set(moves)
  const places: string[] = []
  let current = address
  for (let next: Move | undefined; (next = [...rest].find(({from}) => isAt(current, from)));) {
    rest.delete(next)
    current = next.to + current.slice(next.from.length)
    places.push(current)
  }
  return places
}

/** The address itself, an instance of it, or something inside the module of that address. */
export function isAt(address: string, place: string): boolean {
  return address === place || address.startsWith(`${place}.`) || address.startsWith(`${place}[`)
}

export function inModule(module: string | undefined, address: string): string {
  return module === undefined ? address : `${module}.${address}`
}
