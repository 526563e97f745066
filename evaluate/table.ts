import type {Outcome} from './outcome.ts'

type Explained = Readonly<Record<string, string>>

/** One line over all cases of a part. */
export function totalsOf(outcomes: readonly Outcome[], explained: Explained): string {
  const cases = new Set(outcomes.map((outcome) => outcome.case)).size
  const types = new Set(outcomes.map(({type}) => type)).size
  const drifts = outcomes.flatMap((outcome) => outcome.falseDrifts.map((drift) => `${outcome.case} ${drift}`))
  const listed = drifts.filter((drift) => drift in explained).length
  return [
    `${cases} cases, ${types} types`,
    `${sum(outcomes, 'compared')} compared, ${sum(outcomes, 'skipped')} skipped, ${sum(outcomes, 'notMapped')} not mapped`,
    `${drifts.length - listed} false drifts, ${listed} known differences`,
    `${outcomes.flatMap(({missed}) => missed).length} of ${sum(outcomes, 'changes')} changes missed`,
  ].join('; ')
}

/** A line for each type that something is wrong with, or that nobody maps completely. */
export function printTypes(outcomes: readonly Outcome[], explained: Explained): void {
  const byType = Map.groupBy(outcomes, ({type}) => type)
  for (const [type, own] of [...byType].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const drifts = own.flatMap((outcome) => outcome.falseDrifts.map((drift) => `${outcome.case} ${drift}`))
    const missed = own.flatMap((outcome) => outcome.missed)
    console.log(
      `  ${type.padEnd(52)} ${(own[0]?.confidence ?? '').padEnd(8)} compared ${pad(sum(own, 'compared'))}  skipped ${pad(sum(own, 'skipped'))}` +
        `  not mapped ${pad(sum(own, 'notMapped'))}  false ${drifts.length}  missed ${missed.length} of ${sum(own, 'changes')}`,
    )
    for (const drift of drifts) console.log(`      false: ${drift}${explained[drift] ? ` (${explained[drift]})` : ''}`)
    for (const path of new Set(missed)) console.log(`      missed: ${path}`)
  }
  console.log()
}

function sum(outcomes: readonly Outcome[], of: 'compared' | 'skipped' | 'notMapped' | 'changes'): number {
  return outcomes.reduce((total, outcome) => total + outcome[of], 0)
}

function pad(count: number): string {
  return String(count).padStart(5)
}
