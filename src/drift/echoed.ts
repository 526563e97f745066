import type {TerraformType} from '../catalog/entry.ts'
import type {Share} from '../join/joined.ts'
import {planOf} from './plan.ts'

const none: ReadonlySet<string> = new Set()
const declared = new WeakMap<TerraformType, ReadonlySet<string>>()

/** Properties that other resources declare of the same object: what this one reads back of them is an echo. */
export function declaredByOthers(share: Share, shares: readonly Share[]): ReadonlySet<string> {
  if (shares.length === 1) return none
  const others = shares.filter(({projection, entry}) => projection === 'table' && entry !== share.entry)
  return new Set(others.flatMap(({entry}) => [...declaredPaths(entry)]))
}

function declaredPaths(entry: TerraformType): ReadonlySet<string> {
  let paths = declared.get(entry)
  if (!paths) {
    const steps = [...planOf(entry).values()]
    paths = new Set(steps.flatMap((step) => (step.kind === 'compare' && !step.echo ? [step.path] : [])))
    declared.set(entry, paths)
  }
  return paths
}
