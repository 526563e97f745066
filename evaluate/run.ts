/**
 * Runs the engine over recordings and fixtures whose two sides agree, or are known to differ, and prints what it got wrong:
 *
 *     npm run evaluate [-- DIR]
 *
 * DIR holds `states`, `pairs`, `cloud-control`, `hcl`, `hcl-with-state`, `cur` and `focus`; what is absent is skipped. Exit code 1 where a
 * bound is missed, or where a configuration makes the evaluation crash.
 */
import {existsSync} from 'node:fs'
import {join} from 'node:path'

import {evaluateBills} from './bills.ts'
import {evaluateCloudControl} from './cloud-control.ts'
import type {CodeOutcome} from './code-outcome.ts'
import {evaluateConfigurations} from './configurations.ts'
import known from './known-differences.json' with {type: 'json'}
import type {Outcome} from './outcome.ts'
import {evaluatePairs} from './pairs.ts'
import {settableShares} from './settable.ts'
import {evaluateFixtures, evaluateStates} from './states.ts'
import {printTypes, totalsOf} from './table.ts'
import {evaluateTagCheck} from './tag-check.ts'
import {evaluateTagFixes} from './tag-fixes.ts'
import {evaluateWithState} from './with-state.ts'

const folder = process.argv[2] ?? join(import.meta.dirname, '../../shared/data')
const explained: Readonly<Record<string, string>> = known

const parts: readonly (readonly [string, string | undefined, (folder: string) => Promise<readonly Outcome[]>])[] = [
  ['fixtures', undefined, evaluateFixtures],
  ['states', join(folder, 'states'), evaluateStates],
  ['pairs', join(folder, 'pairs'), evaluatePairs],
  ['cloud-control', join(folder, 'cloud-control'), evaluateCloudControl],
]

const codeParts: readonly (readonly [string, string, (folder: string) => Promise<CodeOutcome>])[] = [
  ['hcl', 'hcl', evaluateConfigurations],
  ['tag checks', 'hcl', evaluateTagCheck],
  ['tag fixes', 'hcl', evaluateTagFixes],
  ['hcl-with-state', 'hcl-with-state', evaluateWithState],
]

const all: Outcome[] = []
const missedBounds: string[] = []
for (const [name, where, evaluate] of parts) {
  if (where !== undefined && isAbsent(name, where)) continue
  const outcomes = await evaluate(where ?? '')
  console.log(`${name}: ${totalsOf(outcomes, explained)}`)
  printTypes(outcomes, explained)
  all.push(...outcomes)
}
for (const [name, part, evaluate] of codeParts) {
  const where = join(folder, part)
  if (isAbsent(name, where)) continue
  const outcome = await evaluate(where)
  outcome.print(name)
  if (outcome.crashes.length > 0) missedBounds.push(`${name}: crashes:\n  ${outcome.crashes.join('\n  ')}`)
}

for (const name of ['cur', 'focus']) {
  const where = join(folder, name)
  if (isAbsent(name, where)) continue
  const outcomes = await evaluateBills(where)
  const summed = outcomes.filter(({refused}) => refused === undefined)
  const wrong = outcomes.flatMap((outcome) => outcome.wrong.map((text) => `${outcome.file}: ${text}`))
  const lines = summed.reduce((sum, outcome) => sum + outcome.lines, 0)
  console.log(
    `${name}: ${summed.length} bills of ${lines} lines add up, ${outcomes.length - summed.length} files refused`,
  )
  for (const {file, refused} of outcomes) if (refused !== undefined) console.log(`  ${file}: ${refused}`)
  if (wrong.length > 0) missedBounds.push(`${name}: bills that do not add up:\n  ${wrong.join('\n  ')}`)
}

const unexplained = all
  .flatMap((outcome) => outcome.falseDrifts.map((drift) => `${outcome.case} ${drift}`))
  .filter((drift) => !(drift in explained))
if (unexplained.length > 0)
  missedBounds.push(`${unexplained.length} false drifts that nobody explained:\n  ${unexplained.join('\n  ')}`)
const seen = new Set(all.map((outcome) => outcome.case))
const drifts = new Set(all.flatMap((outcome) => outcome.falseDrifts.map((drift) => `${outcome.case} ${drift}`)))
const stale = Object.keys(explained).filter((drift) => seen.has(drift.split(' ')[0] ?? '') && !drifts.has(drift))
if (stale.length > 0) missedBounds.push(`known differences that no longer occur:\n  ${stale.join('\n  ')}`)
const changes = all.reduce((sum, outcome) => sum + outcome.changes, 0)
const missed = all.reduce((sum, outcome) => sum + outcome.missed.length, 0)
const found = 1 - missed / changes
console.log(`changes found: ${changes - missed} of ${changes}, ${percent(found)} (at least 99.5 %)`)
if (found < 0.995) missedBounds.push('fewer than 99.5 % of the changes were found')
const {accounted, compared} = await settableShares()
console.log(
  `settable attributes of curated types with a rule: ${percent(accounted)} (100 %); compared: ${percent(compared)} (at least 80 %)`,
)
if (accounted < 1) missedBounds.push('curated types do not account for all of their settable attributes')
if (compared < 0.8) missedBounds.push('fewer than 80 % of the settable attributes of curated types are compared')

for (const bound of missedBounds) console.error(`\nMISSED: ${bound}`)
process.exitCode = missedBounds.length > 0 ? 1 : 0

function isAbsent(name: string, where: string): boolean {
  if (existsSync(where)) return false
  console.log(`${name}: ${where} is not there, skipped\n`)
  return true
}

function percent(share: number): string {
  return `${(Math.floor(share * 10_000) / 100).toFixed(2)} %`
}
