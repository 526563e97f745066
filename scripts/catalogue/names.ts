/** Names as both sides may be compared: no case, no separators. */
export function plainName(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
}

/** `policies` and `policy`, `addresses` and `address`, `ids` and `id`. */
export function singular(name: string): string {
  if (name.endsWith('ies') && name.length > 4) return `${name.slice(0, -3)}y`
  if (/(?:ss|x|ch|sh)es$/.test(name)) return name.slice(0, -2)
  return /(?:[^s])s$/.test(name) && !name.endsWith('us') && !name.endsWith('is') ? name.slice(0, -1) : name
}
