import {spawn, type ChildProcess} from 'node:child_process'
import {mkdtempDisposable} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {expect, test} from 'vitest'

import type {ReportJson} from '../../src/report/schema.ts'
import type {Disturbance} from './disturbance.ts'
import {commonest, scenarioOf, writeStates, type ScenarioRequest} from './scenario.ts'
import {startDouble, type DoubleOptions, type LoggedCall} from './server.ts'
import {environment} from './sign-in.ts'

const denied = '111101000001'

/** Every fifth attempt is throttled, every twentieth meets a broken server, and one account lets nobody read. */
const storm: readonly Disturbance[] = [
  {trouble: 'denied', call: /^(?!sts:)/, account: denied},
  {trouble: 'throttled', call: /^(?!sts:)/, rate: 0.2},
  {trouble: 'server-error', call: /^(?!sts:)/, rate: 0.05},
]

interface Case {
  readonly argv: readonly string[]
  readonly world: ScenarioRequest
  /** The call at which the process is killed. */
  readonly kill: number
  /** What the readers whom this is about call. */
  readonly calls: readonly string[]
}

const differences = {seed: 5, accounts: 3, regions: ['eu-central-1'], drifted: 0.1, missing: 0.05, unmanaged: 1}
const ofServices = [
  'dynamodb:DescribeTable',
  'ec2:DescribeCapacityReservations',
  'iam:ListRoles',
  'rds:DescribeDBInstances',
]

const cases: Readonly<Record<string, Case>> = {
  'AWS Config': {
    argv: ['--live', 'config'],
    world: {...differences, perPlace: 150},
    kill: 35,
    calls: ['config:SelectResourceConfig'],
  },
  'whoever answers best, with recorders that are on and off': {
    argv: ['--live', 'auto'],
    world: {...differences, ...commonest, perPlace: 40, equipment: [{}, {}, {recorded: false}]},
    kill: 150,
    calls: ['config:SelectResourceConfig', ...ofServices],
  },
  services: {
    argv: ['--live', 'service'],
    world: {...differences, ...commonest, perPlace: 40},
    kill: 150,
    calls: [...ofServices, 's3:GetBucketPolicy', 'sqs:GetQueueAttributes'],
  },
  // It collects from one account that can be read as well, and from one that lets nobody in.
  'an aggregator': {
    argv: ['--live', 'auto', '--aggregator', 'organisation'],
    world: {
      ...differences,
      ...commonest,
      perPlace: 40,
      equipment: [{aggregated: true}, {}, {aggregated: true, roles: []}],
    },
    kill: 60,
    calls: ['config:SelectAggregateResourceConfig'],
  },
}

const program = join(import.meta.dirname, '../../bin/dev.js')

interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
  readonly called: ReadonlySet<string>
}

interface Scanning extends DoubleOptions {
  /** For all that the process keeps. */
  readonly folder: string
  /** The call at which it is killed, as the machine's going down would. */
  readonly kill?: number
}

/** A scan in a process of its own. */
async function run(argv: readonly string[], {folder, kill, ...options}: Scanning): Promise<Ended> {
  let calls = 0
  const called = new Set<string>()
  let child: ChildProcess | undefined
  const onCall = ({call}: LoggedCall): void => {
    calls += 1
    called.add(call)
    if (calls === kill) child?.kill('SIGKILL')
  }
  await using aws = await startDouble({...options, onCall})
  const env = {
    PATH: process.env['PATH'],
    XDG_CACHE_HOME: join(folder, 'cache'),
    TZ: 'UTC',
    NO_COLOR: '1',
    ...environment(aws.url, folder),
  }
  const started = spawn(process.execPath, [program, ...argv], {env, stdio: ['ignore', 'pipe', 'pipe']})
  child = started
  let [stdout, stderr] = ['', '']
  started.stdout.on('data', (text) => (stdout += String(text)))
  started.stderr.on('data', (text) => (stderr += String(text)))
  return await new Promise((resolve) => {
    started.on('close', (code, signal) => resolve({code, signal, stdout, stderr, called}))
  })
}

/** What was found; a proposed address, and the finding that gives a group its name, are others where some are not seen. */
function facts({findings}: ReportJson) {
  return findings.map((finding) => ({...finding, remedies: undefined, group: undefined}))
}

// They wait far more than they compute, for calls that are throttled: side by side, all take as long as the longest.
test.concurrent.each(Object.entries(cases))(
  'by %s, throttled, with broken servers, a denied account, killed and resumed: the report is the undisturbed one but for its gaps',
  {timeout: 180_000},
  async (_, {argv: flags, world, kill, calls}) => {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'trueup-must-hold-'))
    const scenario = await scenarioOf(world)
    const states = join(folder.path, 'states')
    await writeStates(scenario, states)
    const argv = ['scan', '--state', states, ...flags, '--role', 'reader', '--fail-on', 'none', '--json']
    const options = {folder: folder.path, world: scenario.world, limits: [], seed: 7}
    const undisturbed = await run(argv, options)
    const killed = await run(argv, {...options, disturbances: storm, kill})
    const resumed = await run([...argv, '--resume'], {...options, disturbances: storm})
    // Nothing but that something could not be looked at: no stack, no warning.
    const only = expect.stringMatching(/^(?:unfinished: not everything could be looked at \(.*\)\n)?$/) as string
    expect([undisturbed.stderr, killed.signal, resumed.stderr]).toEqual([only, 'SIGKILL', only])
    expect([...undisturbed.called]).toEqual(expect.arrayContaining([...calls]))
    const [before, after] = [undisturbed, resumed].map(({stdout}) => JSON.parse(stdout) as ReportJson) as [
      ReportJson,
      ReportJson,
    ]
    expect(after.inputs.live.kept).toMatchObject({resumed: true})
    expect(before.findings.length).toBeGreaterThan(20)
    expect(facts(after)).toEqual(facts(before).filter(({account}) => account !== denied))
    const known = new Set(before.gaps.map((gap) => JSON.stringify(gap)))
    const declared = after.gaps.filter((gap) => !known.has(JSON.stringify(gap)))
    expect(declared.length).toBeGreaterThan(0)
    expect(new Set(declared.map(({location}) => location?.account))).toEqual(new Set([denied]))
    const hiding = declared.filter(({hides}) => hides.count > 0)
    expect(new Set(hiding.map(({reason}) => reason))).toEqual(new Set(['denied']))
  },
)
