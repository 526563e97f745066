// How long a scan of an organisation takes against the double of AWS, with AWS's limits and a latency as AWS's, beside the least that
// calls, limits and latency allow; and how much memory:
//   node bench/organisation.ts [ACCOUNTS [REGIONS [RESOURCES]]]
import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtempSync, readdirSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createInterface} from 'node:readline'
import {fileURLToPath} from 'node:url'

import {builtTree} from '../scripts/built-tree.ts'
import {root} from '../scripts/bundle.ts'
import {callsAtOnce} from '../src/aws/limits/calls-at-once.ts'
import type {ReportJson} from '../src/report/schema.ts'
import {limits} from '../test/double/limits.ts'
import type {ProgramRequest, Tally} from '../test/double/program.ts'
import {scenarioOf, writeStates, type ScenarioRequest} from '../test/double/scenario.ts'
import {environment} from '../test/double/sign-in.ts'

/** Of every call: a guess in the middle of what such calls take. */
const latencyMs = 300
/** One after another: who we are, a role; then the recorder, whether it runs, a page of objects. */
const [beforeReading, fromRecorder] = [2, 3]

const regions = [
  'us-east-1',
  'eu-central-1',
  'eu-west-1',
  'ap-northeast-1',
  'us-west-2',
  'eu-north-1',
  'sa-east-1',
  'us-east-2',
]

/**
 * Run as the process of a scan ends: its memory and the time of the processor are the process's own to tell. The peak is Linux's, since
 * `maxRSS` begins with what the parent had when it forked; elsewhere it has to do.
 */
const teller = `data:text/javascript,${encodeURIComponent(`
import {readFileSync} from 'node:fs'
process.on('exit', () => {
  const {maxRSS, userCPUTime, systemCPUTime} = process.resourceUsage()
  let peakKb = maxRSS
  try { peakKb = Number(/VmHWM:\\s*(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) } catch {}
  process.stderr.write(JSON.stringify({peakMb: peakKb / 1024, cpuMs: (userCPUTime + systemCPUTime) / 1000}))
})`)}`

const tree = join(root, '.bench/organisation')
const program = await builtTree(tree)
try {
  const [accounts = 50, places = 4, perPlace = 500] = process.argv.slice(2).map(Number)
  await compare(accounts, places, perPlace)
} finally {
  rmSync(tree, {recursive: true, force: true})
}

interface Result {
  readonly ms: number
  readonly cpuMs: number
  readonly peakMb: number
  readonly objects: number
  readonly findings: number
  readonly gaps: readonly string[]
}

async function compare(accounts: number, count: number, perPlace: number): Promise<void> {
  const world = {seed: 1, regions: regions.slice(0, count), drifted: 0.01}
  await measure({...world, accounts, perPlace})
  // Growth shows on some of the accounts as well, in a fifth of the time.
  const some = Math.max(1, Math.round(accounts / 5))
  const single = await measure({...world, accounts: some, perPlace})
  const tenfold = await measure({...world, accounts: some, perPlace: perPlace * 10, drifted: 0.001})
  if (!single || !tenfold) return
  const [time, cpu, memory] = [tenfold.ms / single.ms, tenfold.cpuMs / single.cpuMs, tenfold.peakMb / single.peakMb]
  const figures = `${time.toFixed(2)}x the time, ${cpu.toFixed(2)}x the processor, ${memory.toFixed(2)}x the memory`
  console.log(`ten times the resources: ${figures}`)
}

async function measure(scenario: ScenarioRequest): Promise<Result | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'trueup-bench-'))
  try {
    const {declared} = await written(scenario, folder)
    const double = await startProgram({scenario, latencyMs})
    const result = await scanned(double.url, folder)
    const tally = await double.end()
    console.log(
      `${scenario.accounts} accounts x ${scenario.regions.length} regions x ${scenario.perPlace}: ${declared} declared`,
    )
    if (result) tell(result, tally)
    else console.log('  did not end: the memory of the process was not enough')
    return result
  } finally {
    if (!process.env['KEEP']) rmSync(folder, {recursive: true})
    else console.log(folder, readdirSync(folder))
  }
}

function tell({objects, findings, gaps, ms, cpuMs, peakMb}: Result, {calls, cpuMs: doubleMs}: Tally): void {
  const bound = boundOf(calls)
  const [answered, throttled] = (['ok', 'throttled'] as const).map((kind) =>
    Object.values(calls).reduce((sum, entry) => sum + entry[kind], 0),
  )
  console.log(`  ${objects} live objects, ${findings} findings, ${gaps.length} gaps ${gaps[0] ?? ''}`.trimEnd())
  console.log(`  ${answered} calls answered, ${throttled} throttled`)
  console.log(`  least ${seconds(bound.ms)} (${bound.because}), took ${seconds(ms)}: ${(ms / bound.ms).toFixed(2)}x`)
  console.log(
    `  processor ${seconds(cpuMs)}, peak memory ${peakMb.toFixed(0)} MB; the double took ${seconds(doubleMs)} of processor`,
  )
}

async function written(request: ScenarioRequest, folder: string): Promise<{readonly declared: number}> {
  const scenario = await scenarioOf(request)
  await writeStates(scenario, join(folder, 'states'))
  return scenario
}

interface Bound {
  readonly ms: number
  readonly because: string
}

/** The longest of what no scan can do without: waiting for the tightest limit, for all answers, and for one after another. */
function boundOf(tally: Tally['calls']): Bound {
  const calls = Object.values(tally).reduce((sum, {ok}) => sum + ok, 0)
  // A page of the Tagging API can be asked for only when the one before is there.
  const walks = Object.entries(tally).flatMap(([key, {ok}]) => (key.startsWith('tagging:') ? [ok] : []))
  // Nothing can be asked before it is known who we are, and nothing of an account before its role is assumed.
  const roles = Object.entries(tally).reduce(
    (sum, [key, {ok}]) => sum + (key.startsWith('sts:AssumeRole ') ? ok : 0),
    0,
  )
  const after = calls - 1 - Math.min(roles, callsAtOnce)
  const bounds: readonly Bound[] = [
    {ms: (beforeReading + after / callsAtOnce) * latencyMs, because: `${callsAtOnce} calls at a time`},
    {ms: limitMs(tally) + latencyMs, because: 'the tightest limit'},
    {ms: (beforeReading + Math.max(fromRecorder, ...walks)) * latencyMs, because: 'one call after another'},
  ]
  return bounds.toSorted((a, b) => b.ms - a.ms)[0] ?? {ms: 0, because: ''}
}

function limitMs(tally: Tally['calls']): number {
  const byBucket = new Map<string, number>()
  for (const [key, {ok}] of Object.entries(tally)) {
    const [call = '', account, region] = key.split(' ')
    const name = limits.findIndex(({matches}) => matches.test(call))
    const bucket = `${name} ${account} ${region}`
    byBucket.set(bucket, (byBucket.get(bucket) ?? 0) + ok)
  }
  const waits = [...byBucket].map(([bucket, calls]) => {
    const limit = limits[Number(bucket.split(' ')[0])]
    return limit ? (Math.max(0, calls - limit.burst) / limit.perSecond) * 1000 : 0
  })
  return Math.max(0, ...waits)
}

interface Program {
  readonly url: string
  end(): Promise<Tally>
}

async function startProgram(request: ProgramRequest): Promise<Program> {
  const double = fileURLToPath(new URL('../test/double/program.ts', import.meta.url))
  const child = spawn(process.execPath, [double, JSON.stringify(request)], {stdio: ['pipe', 'pipe', 'inherit']})
  const lines = createInterface({input: child.stdout})[Symbol.asyncIterator]()
  const url = String((await lines.next()).value)
  return {
    url,
    end: async () => {
      child.stdin.end()
      const tally = JSON.parse(String((await lines.next()).value)) as Tally
      child.kill()
      return tally
    },
  }
}

/** The program as users get it: bundled. Undefined where it did not end, for want of memory. */
async function scanned(url: string, folder: string): Promise<Result | undefined> {
  const env = {PATH: process.env['PATH'], TZ: 'UTC', XDG_CACHE_HOME: join(folder, 'cache'), ...environment(url, folder)}
  const argv = [
    'scan',
    '--state',
    join(folder, 'states'),
    '--live',
    'config',
    '--role',
    'reader',
    '--json',
    '--fail-on',
    'none',
  ]
  const start = performance.now()
  const child = spawn(process.execPath, ['--import', teller, program, ...argv], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (text) => (stdout += String(text)))
  child.stderr.on('data', (text) => (stderr += String(text)))
  await once(child, 'close')
  const ms = performance.now() - start
  if (/heap out of memory/.test(stderr)) return undefined
  if (!stderr.startsWith('{')) throw new Error(`the scan did not end: ${stderr.slice(-500)}`)
  const {inputs, findings, gaps, error} = JSON.parse(stdout) as ReportJson & {
    readonly error?: {readonly message: string}
  }
  if (error) throw new Error(`the scan failed: ${error.message}`)
  return {
    ms,
    ...(JSON.parse(stderr) as Pick<Result, 'peakMb' | 'cpuMs'>),
    objects: inputs.live.objects,
    findings: findings.length,
    gaps: gaps.filter(({hides}) => hides.count > 0).map(({detail}) => detail),
  }
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}
