import {check, line} from '../test/catalog/check-fixture.ts'
import {disagreements, recordedPairs} from '../test/live/service/recorded-pairs.ts'
import type {Outcome} from './outcome.ts'

/** What the real provider wrote against what the service answered in the same run. */
export async function evaluatePairs(folder: string): Promise<readonly Outcome[]> {
  return (await recordedPairs(folder)).flatMap((pair) => {
    const {byType} = check(pair)
    const declared = disagreements(pair)
    return byType.map(({type, confidence, compared, skipped, notMapped}) => ({
      case: pair.name,
      type,
      confidence,
      compared,
      skipped: Object.values(skipped).reduce((sum, count) => sum + count, 0),
      notMapped,
      changes: 0,
      falseDrifts: declared.filter(({subject}) => subject.type === type).map(line),
      missed: [],
    }))
  })
}
