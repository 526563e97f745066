// How long a scan of 100,000 instances takes in which everything agrees, against JSON.parse of the same bytes, and how much memory:
//   node bench/comparing.ts [INSTANCES]
import {spawnSync} from 'node:child_process'
import {createReadStream, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createInterface} from 'node:readline'
import {fileURLToPath} from 'node:url'

import {loadCatalog} from '../src/catalog/catalog.ts'
import {readStates} from '../src/declared/state/read-states.ts'
import {findDrift} from '../src/drift/drift.ts'
import {Joiner} from '../src/join/join.ts'
import {LiveIndex} from '../src/join/live-index.ts'
import {openSnapshot} from '../src/live/snapshot/read.ts'
import {writeSnapshot} from '../src/live/snapshot/write.ts'
import type {DeclaredResource} from '../src/model/declared.ts'
import type {LivePage} from '../src/model/live.ts'
import {echo} from '../test/echo/echo.ts'
import {syntheticState} from './synthetic-state.ts'

interface Result {
  readonly ms: number
  /** Without the time that reading the snapshot takes. */
  readonly declaredMs?: number
  readonly findings?: number
  readonly compared?: number
  readonly peakMb: number
}

const [mode, folder = ''] = process.argv.slice(2)
const state = (of: string): string => join(of, 'large.tfstate')
const snapshot = (of: string): string => join(of, 'live.jsonl')

if (mode === 'parse') await parse()
else if (mode === 'scan') await scan()
else if (mode === 'prepare') await prepare()
else compare(Number(mode ?? 100_000))

async function parse(): Promise<void> {
  const start = performance.now()
  JSON.parse(readFileSync(state(folder), 'utf8'))
  const declaredMs = performance.now() - start
  for await (const line of createInterface({input: createReadStream(snapshot(folder))})) JSON.parse(line)
  tell({ms: performance.now() - start, declaredMs})
}

async function scan(): Promise<void> {
  const catalog = await loadCatalog()
  const start = performance.now()
  const joiner = new Joiner(catalog)
  for await (const event of readStates([state(folder)])) if (event.kind === 'resource') joiner.add(event.resource)
  const beforeLive = performance.now()
  const live = new LiveIndex()
  for await (const page of (await openSnapshot(snapshot(folder))).events) {
    for (const event of page) if (event.kind !== 'account-read') live.add(event)
  }
  const liveMs = performance.now() - beforeLive
  const {findings, attributes} = findDrift(joiner.join(live).objects, catalog)
  const ms = performance.now() - start
  tell({ms, declaredMs: ms - liveMs, findings: findings.length, compared: attributes.compared})
}

/** The live side that says what the state says. */
async function prepare(): Promise<void> {
  const resources: DeclaredResource[] = []
  for await (const event of readStates([state(folder)])) if (event.kind === 'resource') resources.push(event.resource)
  const objects = echo(resources, await loadCatalog())
  const scopes = new Map(
    objects.map(({type, location, reader}) => [
      `${type} ${location.region}`,
      {type, location, reader, sees: '*'} as const,
    ]),
  )
  async function* pages(): AsyncGenerator<LivePage> {
    for (const scope of scopes.values()) yield [{kind: 'scope', scope}]
    for (const object of objects) yield [{kind: 'object', object}]
  }
  await writeSnapshot(pages(), snapshot(folder), {
    createdAt: '2026-01-01T00:00:00.000Z',
    trueup: '0.0.0',
    locations: [],
  })
}

function tell(result: Omit<Result, 'peakMb'>): void {
  console.log(JSON.stringify({...result, peakMb: process.resourceUsage().maxRSS / 1024}))
}

/** Each in a process of its own: peak memory is the process's, and neither warms the other's code. */
function run(name: string, directory: string): Result {
  const {stdout, stderr} = spawnSync(process.execPath, [fileURLToPath(import.meta.url), name, directory], {
    encoding: 'utf8',
  })
  if (stdout === '' && name !== 'prepare') throw new Error(stderr)
  return name === 'prepare' ? {ms: 0, peakMb: 0} : (JSON.parse(stdout) as Result)
}

/** The best of three: noise only ever adds. */
function best(name: string, directory: string): Result {
  const runs = [1, 2, 3].map(() => run(name, directory))
  return runs.reduce((a, b) => (a.ms < b.ms ? a : b))
}

function compare(instances: number): void {
  const directory = mkdtempSync(join(tmpdir(), 'trueup-bench-'))
  try {
    const handle = openSync(state(directory), 'w')
    for (const piece of syntheticState(instances)) writeSync(handle, piece)
    run('prepare', directory)
    const [parsed, scanned] = [best('parse', directory), best('scan', directory)]
    const sizes = [state(directory), snapshot(directory)].map((file) => statSync(file).size / 1e6)
    console.log(`${instances} instances: state ${sizes[0]?.toFixed(0)} MB, snapshot ${sizes[1]?.toFixed(0)} MB`)
    console.log(`${scanned.compared} attributes compared, ${scanned.findings} findings`)
    row('JSON.parse of the state', parsed.declaredMs ?? 0, parsed.declaredMs ?? 0)
    row('read, join and compare it', scanned.declaredMs ?? 0, parsed.declaredMs ?? 0)
    row('JSON.parse of state and snapshot', parsed.ms, parsed.ms)
    row('the whole scan of both', scanned.ms, parsed.ms)
    console.log(`peak memory: JSON.parse ${parsed.peakMb.toFixed(0)} MB, scan ${scanned.peakMb.toFixed(0)} MB`)
  } finally {
    if (!process.env['KEEP']) rmSync(directory, {recursive: true})
    else console.log(directory)
  }
}

function row(name: string, ms: number, base: number): void {
  console.log(`${name.padEnd(34)} ${ms.toFixed(0).padStart(6)} ms  ${(ms / base).toFixed(2)}x`)
}
