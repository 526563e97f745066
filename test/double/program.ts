// The double in a process of its own: `node test/double/program.ts '{"scenario": {...}, "latencyMs": 300}'`. Prints its URL, and when
// its input ends, what was called and what it took.
import {scenarioOf, type ScenarioRequest} from './scenario.ts'
import {startDouble, type LoggedCall} from './server.ts'
import {servicesNamed} from './wire/clients.ts'

export interface ProgramRequest {
  readonly scenario: ScenarioRequest
  readonly latencyMs: number
}

export interface Tally {
  /** By API, account and region: how many came through, and how many were throttled. */
  readonly calls: Readonly<Record<string, {readonly ok: number; readonly throttled: number}>>
  /** Time of the processor, user's and system's, since the URL was there: real AWS takes none of this machine's. */
  readonly cpuMs: number
}

const {scenario: request, latencyMs} = JSON.parse(process.argv[2] ?? '') as ProgramRequest
const {world} = await scenarioOf(request)
// Those of a scan by AWS Config: else, its first calls wait until they are loaded.
await Promise.all(['sts', 'organizations', 'config', 'tagging'].map(servicesNamed))
const calls: Record<string, {ok: number; throttled: number}> = {}
const double = await startDouble({world, latencyMs, onCall: count})
const before = process.cpuUsage()
process.stdout.write(`${double.url}\n`)
for await (const _ of process.stdin);
const {user, system} = process.cpuUsage(before)
process.stdout.write(`${JSON.stringify({calls, cpuMs: (user + system) / 1000} satisfies Tally)}\n`)
await double[Symbol.asyncDispose]()

function count({call, account, region, outcome}: LoggedCall): void {
  const entry = (calls[`${call} ${account} ${region}`] ??= {ok: 0, throttled: 0})
  if (outcome === 'throttled') entry.throttled += 1
  else entry.ok += 1
}
