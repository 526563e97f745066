import {silentProgress} from '../../src/model/progress.ts'
import type {Report} from '../../src/model/report.ts'
import type {LiveRequest} from '../../src/pipeline/live.ts'
import {scan} from '../../src/pipeline/scan.ts'
import type {Estimate} from '../../src/model/estimate.ts'
import type {Surroundings} from '../../src/model/surroundings.ts'
import {estimate} from '../../src/pipeline/estimate.ts'
import {worldTime} from './hands.ts'
import {scenarioOf, writeStates, type Scenario, type ScenarioRequest} from './scenario.ts'
import {startDouble, type DoubleOptions, type LoggedCall} from './server.ts'
import {signIn} from './sign-in.ts'

export interface Scanning {
  /** For states, and for all that the SDK might look for in a home. */
  readonly folder: string
  readonly double?: Partial<DoubleOptions>
  readonly live?: Partial<Extract<LiveRequest, {readonly kind: 'aws'}>>
  /** Patterns that the scan is narrowed by. */
  readonly only?: readonly string[]
  /** Answers are kept in there. */
  readonly cacheFolder?: string
  readonly now?: Date
  /** Whether AWS is asked who changed what was found. */
  readonly attribute?: boolean
  readonly signal?: AbortSignal
}

export interface Scanned {
  readonly scenario: Scenario
  readonly report: Report
  readonly calls: readonly LoggedCall[]
}

/** A scan of a scenario by way of the double, without limits unless asked for, and the calls that it made. */
export async function scanned(request: ScenarioRequest, scanning: Scanning): Promise<Scanned> {
  const scenario = await scenarioOf(request)
  const calls: LoggedCall[] = []
  const {onCall, ...options} = scanning.double ?? {}
  const told = (call: LoggedCall): void => {
    calls.push(call)
    onCall?.(call)
  }
  await using aws = await startDouble({world: scenario.world, limits: [], onCall: told, ...options})
  signIn(aws.url, scanning.folder)
  return {scenario, report: await reported(scenario, scanning), calls}
}

/** Scans that run at the same time by way of one double, each as it is asked for; the calls are those of all. */
export async function scannedTogether(request: ScenarioRequest, all: readonly Scanning[]): Promise<readonly Scanned[]> {
  const scenario = await scenarioOf(request)
  const calls: LoggedCall[] = []
  await using aws = await startDouble({world: scenario.world, limits: [], onCall: (call) => calls.push(call)})
  const [first] = all
  if (first) signIn(aws.url, first.folder)
  return await Promise.all(all.map(async (scanning) => ({scenario, report: await reported(scenario, scanning), calls})))
}

/** What a scan of a scenario would call. */
export async function estimated(request: ScenarioRequest, scanning: Scanning): Promise<Estimate> {
  const scenario = await scenarioOf(request)
  await using aws = await startDouble({world: scenario.world, limits: []})
  signIn(aws.url, scanning.folder)
  const states = await writeStates(scenario, scanning.folder)
  return await estimate({states, aws: {choice: 'config', regions: [], ...scanning.live}}, surroundingsOf(scanning))
}

async function reported(scenario: Scenario, scanning: Scanning): Promise<Report> {
  const {folder, live, only, attribute, cacheFolder} = scanning
  const states = await writeStates(scenario, folder)
  return scan(
    {
      states,
      policies: [],
      ...(only && {only}),
      ...(attribute && {attribute}),
      live: {kind: 'aws', choice: 'config', regions: [], ...live},
    },
    {...surroundingsOf(scanning), ...(cacheFolder === undefined ? {} : {cacheFolder})},
  )
}

function surroundingsOf({now = worldTime, signal}: Scanning): Surroundings {
  const signals = signal ?? new AbortController().signal
  return {now, version: '0.0.0', stdin: nothing(), signal: signals, progress: silentProgress}
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

/** What is declared and was not looked at; what has no price is another matter. */
export function hidden({gaps}: Report): Report['gaps'] {
  return gaps.filter(({hides, reason}) => hides.count > 0 && reason !== 'price-unknown')
}

/** Findings of drift alone: what is idle or has no owner is another matter. */
export function driftIn({findings}: Report): Report['findings'] {
  return findings.filter(({code}) => /^(drifted|missing|unmanaged|duplicate|conflict)/.test(code))
}

/** What has to be the same however a scan went. */
export function outcome({findings, gaps, summary, coverage, spend}: Report): object {
  return {findings, gaps, summary, coverage, spend}
}
