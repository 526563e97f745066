import type {ProjectedProperty} from '../catalog/entry.ts'
import type {ComparisonContext} from '../catalog/normalizers/normalizer.ts'
import type {Share} from '../join/joined.ts'
import {keysOf, valueAt} from '../model/path.ts'
import type {Value, ValueRecord} from '../model/value.ts'
import type {Difference} from './difference.ts'
import {isIgnored} from './ignored.ts'
import {termsOf} from './plan.ts'
import {isSetInCode} from './three-way.ts'
import {decide} from './verdict.ts'

/** The table of `three-way.ts` for the single properties that an entry's `project` made. */
export function threeWayProjected(
  differences: readonly Difference[],
  share: Share,
  live: ValueRecord,
  context: ComparisonContext,
): readonly Difference[] {
  const {configured, inCode, projection} = share
  if (configured === undefined || projection === 'table') return differences
  const found = differences.map((difference): Difference => {
    if (isIgnored(difference.attribute, configured)) return {...difference, verdict: 'ignored'}
    const code = propertyAt(inCode?.properties, difference.path)
    if (code === undefined) return difference
    if (!isSetInCode(difference.attribute, configured))
      return {...difference, undeclared: true, verdict: 'drifted-undeclared'}
    if (isSame(code, difference.before, context)) return {...difference, verdict: 'drifted'}
    if (isSame(code, difference.after, context)) return {...difference, verdict: 'stale-state'}
    return {...difference, configured: code.value, verdict: 'conflict'}
  })
  const known = new Set(differences.map(({path}) => path))
  const changed = (inCode?.properties ?? []).flatMap((code) => {
    const recorded = propertyAt(projection.properties, code.path)
    if (known.has(code.path) || recorded === undefined || isSame(code, recorded.value, context)) return []
    const after = valueAt(live, keysOf(code.path))
    return isSame(code, after, context) ? [] : [unapplied(code, after)]
  })
  return [...found, ...changed.map((each) => (isIgnored(each.attribute, configured) ? ignored(each) : each))]
}

function propertyAt(properties: readonly ProjectedProperty[] | undefined, path: string): ProjectedProperty | undefined {
  return properties?.find((property) => property.path === path)
}

/** What cannot be told apart is the same. */
function isSame(code: ProjectedProperty, other: Value | undefined, context: ComparisonContext): boolean {
  const verdict = decide(code.value, other, termsOf(code), context)
  return verdict !== 'drifted' && verdict !== 'undeclared'
}

function unapplied({path, attribute, value}: ProjectedProperty, is: Value | undefined): Difference {
  return {path, attribute, before: is, after: is, configured: value, undeclared: false, verdict: 'unapplied'}
}

function ignored(difference: Difference): Difference {
  return {...difference, verdict: 'ignored'}
}
