import type {Projection} from '../catalog/entry.ts'
import type {LiveObject} from '../model/live.ts'
import {keysOf, valueAt} from '../model/path.ts'
import type {Setting} from './compare-table.ts'
import {controllerOf} from './controlled.ts'
import {controlOf, termsOf} from './plan.ts'
import {decide} from './verdict.ts'

/** Compares the single properties of a projection that an entry's `project` made. */
export function compareProjected(
  projection: Projection,
  live: LiveObject,
  {context, visible, elsewhere, tally}: Setting,
): void {
  for (const property of projection.properties ?? []) {
    const {path, value, attribute} = property
    if (!visible(path)) {
      tally.skipped('not-visible')
      continue
    }
    if (elsewhere?.(path)) {
      tally.skipped('elsewhere')
      continue
    }
    const after = valueAt(live.properties, keysOf(path))
    const verdict = decide(value, after, termsOf(property), context)
    if (verdict === 'unknown' || verdict === 'computed') {
      tally.skipped(verdict)
      continue
    }
    tally.compared()
    if (verdict === 'equal') continue
    const control = controlOf(property.controlled, '')
    tally.differs({
      path,
      attribute,
      before: value,
      after,
      undeclared: verdict === 'undeclared',
      ...controllerOf(control, {declared: value, actual: after, live: live.properties}, context),
    })
  }
}
