import type {JoinedObject, Share} from '../join/joined.ts'

/** The object without the echoes of what its own resource declares. */
export function withoutYielding(object: JoinedObject): JoinedObject {
  const {shares} = object
  if (!shares.some(yields) || !shares.some(isOwnResource)) return object
  return {...object, shares: shares.filter((share) => !yields(share))}
}

function yields({projection}: Share): boolean {
  return projection !== 'table' && projection.yields === true
}

function isOwnResource({entry, projection}: Share): boolean {
  return projection === 'table' && entry.role === 'object'
}
