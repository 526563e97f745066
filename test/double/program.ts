// The double in a process of its own: `node test/double/program.ts '{"scenario": {...}, "latencyMs": 300}'`. Prints its URL, and when
// its input ends, what was called.
import {scenarioOf, type ScenarioRequest} from './scenario.ts'
import {startDouble, type LoggedCall} from './server.ts'

export interface ProgramRequest {
  readonly scenario: ScenarioRequest
  readonly latencyMs: number
}

/** Calls by API, account and region: how many came through, and how many were throttled. */
export type Tally = Readonly<Record<string, {readonly ok: number; readonly throttled: number}>>

const {scenario: request, latencyMs} = JSON.parse(process.argv[2] ?? '') as ProgramRequest
const {world} = await scenarioOf(request)
const tally: Record<string, {ok: number; throttled: number}> = {}
const double = await startDouble({world, latencyMs, onCall: count})
process.stdout.write(`${double.url}\n`)
for await (const _ of process.stdin);
process.stdout.write(`${JSON.stringify(tally)}\n`)
await double[Symbol.asyncDispose]()

function count({call, account, region, outcome}: LoggedCall): void {
  const entry = (tally[`${call} ${account} ${region}`] ??= {ok: 0, throttled: 0})
  if (outcome === 'throttled') entry.throttled += 1
  else entry.ok += 1
}
