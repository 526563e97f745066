import {mkdtemp, readdir, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest'

import type {LoggedCall} from '../../double/server.ts'
import {commonest, type ScenarioRequest} from '../../double/scenario.ts'
import {driftIn, outcome, scanned, type Scanning} from '../../double/scanned.ts'

// Whole scans, several a test, with threads that have to start: a busy machine takes its time.
vi.setConfig({testTimeout: 90_000})

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trueup-threads-'))
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(folder, {recursive: true})
})

const world: ScenarioRequest = {
  seed: 4,
  accounts: 4,
  regions: ['eu-central-1', 'us-east-1'],
  perPlace: 40,
  drifted: 0.1,
  missing: 0.05,
  unmanaged: 1,
}
const closed = '111101000001'
const roles = ['reader']

/** But who we are, which each thread asks; and where an index is looked for, whoever is first says. */
function callsOf(calls: readonly LoggedCall[]): readonly string[] {
  return calls
    .filter(({call}) => !call.startsWith('sts:'))
    .map(({call, account, region}) => `${call} ${account} ${call.startsWith('resource-explorer') ? '' : region}`)
    .toSorted()
}

function assumed({calls}: {readonly calls: readonly LoggedCall[]}): number {
  return calls.filter(({call}) => call === 'sts:AssumeRole').length
}

async function alike(request: ScenarioRequest, {live, ...scanning}: Omit<Scanning, 'folder'>) {
  const here = await scanned(request, {...scanning, folder, live: {...live, threads: 0}})
  const elsewhere = await scanned(request, {...scanning, folder, live: {...live, threads: 2}})
  return {here, elsewhere}
}

describe('what threads read', () => {
  test.each(['config', 'auto', 'service'] as const)('is what one thread reads, by --live %s', async (choice) => {
    const request = choice === 'service' ? {...world, ...commonest, accounts: 2, perPlace: 20} : world
    const {here, elsewhere} = await alike(request, {live: {choice, roles}})
    expect(driftIn(here.report).length).toBeGreaterThan(5)
    expect(elsewhere.report).toEqual(here.report)
    expect(callsOf(elsewhere.calls)).toEqual(callsOf(here.calls))
  })

  test('has the gaps of an account that lets nobody in, and of one that is excluded', async () => {
    const double = {disturbances: [{trouble: 'denied', call: /^(?!sts:)/, account: closed}]} as const
    const excluded = ['111103000003']
    const {here, elsewhere} = await alike(world, {double, live: {choice: 'config', roles, excluded}})
    expect(here.report.gaps.some(({reason, location}) => reason === 'denied' && location?.account === closed)).toBe(
      true,
    )
    expect(outcome(elsewhere.report)).toEqual(outcome(here.report))
    expect(elsewhere.calls.filter(({account}) => excluded.includes(account))).toEqual([])
  })

  describe('with --region all', () => {
    const live = {choice: 'config', roles, regions: ['all']} as const

    test('takes no more roles than one thread does', async () => {
      const {here, elsewhere} = await alike(world, {live})
      expect(driftIn(here.report).length).toBeGreaterThan(5)
      expect(elsewhere.report).toEqual(here.report)
      expect([assumed(here), assumed(elsewhere)]).toEqual([world.accounts, world.accounts])
    })

    test('renews what it was given when that expires', async () => {
      const double = {latencyMs: 400, sessionSeconds: 1}
      const lasting = await scanned(world, {folder, live: {...live, threads: 2}})
      const short = await scanned(world, {folder, live: {...live, threads: 2}, double})
      expect(outcome(short.report)).toEqual(outcome(lasting.report))
      expect(assumed(short)).toBeGreaterThan(world.accounts)
    })
  })

  test('is kept while it is read, and nothing stays when it has ended', async () => {
    const cacheFolder = join(folder, 'cache')
    const {report} = await scanned(world, {folder, cacheFolder, live: {choice: 'config', roles, threads: 2}})
    expect(driftIn(report).length).toBeGreaterThan(5)
    expect(await readdir(join(cacheFolder, 'live'))).toEqual([])
  })

  test('serves the runs after it where answers are kept', async () => {
    const cacheFolder = join(folder, 'cache')
    const live = {choice: 'config', roles, threads: 2, cacheMs: 3_600_000} as const
    const first = await scanned(world, {folder, cacheFolder, live})
    const second = await scanned(world, {folder, cacheFolder, live})
    expect(outcome(second.report)).toEqual(outcome(first.report))
    expect(second.report.inputs.live.kept?.parts).toBeGreaterThan(10)
    expect(callsOf(second.calls)).toEqual([])
  })

  test('stays whole when the run is interrupted, for one that goes on', async () => {
    const cacheFolder = join(folder, 'cache')
    const undisturbed = await scanned(world, {folder, live: {choice: 'config', roles, threads: 0}})
    const interruption = new AbortController()
    let calls = 0
    const onCall = (): void => {
      calls += 1
      if (calls === 60) interruption.abort()
    }
    const live = {choice: 'config', roles, threads: 2} as const
    const {signal} = interruption
    const broken = scanned(world, {folder, cacheFolder, live, signal, double: {onCall}})
    await expect(broken).rejects.toMatchObject({name: 'AbortError'})
    const resumed = await scanned(world, {folder, cacheFolder, live: {...live, resume: true}})
    expect(resumed.report.inputs.live.kept).toMatchObject({resumed: true, damaged: 0})
    expect(outcome(resumed.report)).toEqual(outcome(undisturbed.report))
    expect(callsOf(resumed.calls).length).toBeLessThan(callsOf(undisturbed.calls).length)
  })
})
