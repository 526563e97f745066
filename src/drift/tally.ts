import type {SkipReason} from '../model/coverage.ts'
import {Sensitive, type Value} from '../model/value.ts'
import type {Difference} from './difference.ts'

/** Takes down what becomes of each attribute of one resource: the differences, and the coverage counts of its type. */
export interface Tally {
  compared(): void
  skipped(reason: SkipReason): void
  notMapped(attribute: string): void
  differs(difference: Difference): void
}

/** Passes everything but differences on; those are gathered. */
export function gathering(tally: Tally): {readonly tally: Tally; readonly differences: Difference[]} {
  const differences: Difference[] = []
  return {
    differences,
    tally: {
      compared: () => tally.compared(),
      skipped: (reason) => tally.skipped(reason),
      notMapped: (attribute) => tally.notMapped(attribute),
      differs: (difference) => differences.push(difference),
    },
  }
}

/** Counts nothing: for comparisons that only ask whether two elements are equal. */
export function silent(differences: Difference[]): Tally {
  return {
    compared: () => undefined,
    skipped: () => undefined,
    notMapped: () => undefined,
    differs: (difference) => differences.push(difference),
  }
}

/** Passes everything on, differences with both sides hidden. */
export function secretive(tally: Tally): Tally {
  return {
    compared: () => tally.compared(),
    skipped: (reason) => tally.skipped(reason),
    notMapped: (attribute) => tally.notMapped(attribute),
    differs: (found) => tally.differs({...found, before: hide(found.before), after: hide(found.after)}),
  }
}

function hide(value: Value | undefined): Value | undefined {
  return value === undefined ? value : Sensitive.of(value)
}
