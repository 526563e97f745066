import picomatch from 'picomatch'

export interface Matcher {
  /** What every match begins with: what to list. */
  readonly prefix: string
  test(key: string): boolean
}

/** For a key that names many objects: a prefix that ends in `/` (all `*.tfstate` below it) or a glob; undefined for the name of one. */
export function matcherOf(key: string): Matcher | undefined {
  if (key === '' || key.endsWith('/')) {
    return {prefix: key, test: (name) => name.startsWith(key) && name.endsWith('.tfstate')}
  }
  const {isGlob, base} = picomatch.scan(key)
  if (!isGlob) return undefined
  return {prefix: base === '.' ? '' : base, test: picomatch(key, {dot: true})}
}
