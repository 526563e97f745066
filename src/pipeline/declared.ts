import type {GrowingCatalog} from '../catalog/catalog.ts'
import {readStatesByChunk} from '../declared/state/read-states.ts'
import {stateInput} from '../declared/state/state-input.ts'
import type {Joiner} from '../join/join.ts'
import type {ReadingAhead} from '../live/reading-ahead.ts'
import type {Gap} from '../model/gap.ts'
import type {ReportInputs} from '../model/report.ts'
import type {Surroundings} from '../model/surroundings.ts'
import type {Narrowed} from './narrowed.ts'
import {type Planned, takePlans} from './plans.ts'

/** What takes declared resources in: the catalogue has to know their types first. */
export interface Declaring {
  readonly joiner: Joiner
  readonly catalog: GrowingCatalog
  /** Where not all that is declared is to be looked at. */
  readonly narrowed?: Pick<Narrowed, 'takesResource'> | undefined
  /** Told after each state of what it declares. */
  readonly ahead?: Pick<ReadingAhead, 'expect'> | undefined
  /** Plans to read instead of states. */
  readonly plans?: readonly string[] | undefined
}

export interface Declared {
  readonly states: ReportInputs['states']
  readonly gaps: readonly Gap[]
  /** When each state was last written, ISO 8601, by its name; without those of which nobody knows. */
  readonly writtenAt: ReadonlyMap<string, string>
  readonly planned?: Planned
}

export async function takeDeclared(
  patterns: readonly string[],
  declaring: Declaring,
  surroundings: Surroundings,
): Promise<Declared> {
  const {joiner, catalog, narrowed, ahead, plans = []} = declaring
  if (plans.length > 0) return takePlans(plans, declaring, surroundings)
  const {progress} = surroundings
  const states: ReportInputs['states'][number][] = []
  const gaps: Gap[] = []
  const writtenAt = new Map<string, string>()
  let count = 0
  let known = 0
  progress.step('reading states')
  for await (const events of readStatesByChunk(patterns, surroundings)) {
    for (const event of events) {
      if (event.kind === 'resource') {
        const loading = catalog.want(event.resource.type)
        if (loading) await loading
        joiner.add(event.resource, narrowed?.takesResource(event.resource) === false)
        progress.advance(++count)
      } else if (event.kind === 'gap') gaps.push(event.gap)
      else {
        joiner.endOfState()
        ahead?.expect(joiner.declaredObjects(known))
        known = joiner.size
        states.push(stateInput(event))
        if (event.writtenAt !== undefined) writtenAt.set(event.file, event.writtenAt)
      }
    }
  }
  return {states, gaps, writtenAt}
}
