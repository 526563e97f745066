import type {Json} from '../../model/value.ts'
import type {Normalizer} from './normalizer.ts'

/**
 * Versions of which either side may be stated less precisely: the provider records `7.1` where ElastiCache runs 7.1.0, and
 * CloudFormation reads `1.6` back for Memcached 1.6.22.
 */
export const versionPrecision: Normalizer = (declared, live) => {
  const [mine, theirs] = [partsOf(declared), partsOf(live)]
  const common = Math.min(mine.length, theirs.length)
  return common > 0 && mine.slice(0, common).every((part, index) => part === theirs[index])
}

/** `6.x` says no more than `6`. */
function partsOf(version: Json): readonly string[] {
  if (typeof version !== 'string' && typeof version !== 'number') return []
  return String(version).toLowerCase().replace(/\.x$/, '').split('.')
}
