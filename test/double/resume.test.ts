import {mkdir, mkdtemp, readdir, rm, truncate, utimes, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest'

import {openingRows} from '../../src/report/terminal/opening.ts'
import {flip, textsOf} from './part-files.ts'
import {driftIn, outcome, scanned, scannedTogether, type Scanned, type Scanning} from './scanned.ts'

// Whole scans, several a test: a busy machine takes its time.
vi.setConfig({testTimeout: 90_000})

let folder: string
let cacheFolder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trueup-resume-'))
  cacheFolder = join(folder, 'cache')
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(folder, {recursive: true})
})

const world = {
  seed: 3,
  accounts: 1,
  regions: ['eu-central-1', 'us-east-1', 'eu-west-1'],
  perPlace: 60,
  drifted: 0.1,
  missing: 0.05,
}

async function scanIt(scanning: Partial<Scanning> = {}): Promise<Scanned> {
  return scanned(world, {folder, cacheFolder, ...scanning})
}

/** Stops a scan after so many calls, as Ctrl-C does. */
async function interrupted(calls: number, scanning: Partial<Scanning> = {}): Promise<void> {
  const controller = new AbortController()
  let left = calls
  const onCall = (): void => {
    left -= 1
    if (left === 0) controller.abort()
  }
  const {signal} = controller
  await expect(scanIt({...scanning, signal, double: {onCall}})).rejects.toThrow(/abort/i)
}

function reads({calls}: Scanned): number {
  return calls.filter(({call}) => /Select|GetResources/.test(call)).length
}

async function files(): Promise<readonly string[]> {
  return readdir(join(cacheFolder, 'live'))
}

const hour = 3_600_000
const later = (ms: number): Date => new Date(Date.parse('2026-05-01T12:00:00Z') + ms)

describe('an interrupted scan', () => {
  test('stopped while what differs is looked at once more is taken up there', async () => {
    const live = {choice: 'auto'} as const
    const whole = await scanIt({live, cacheFolder: join(folder, 'other')})
    expect(whole.report.inputs.live.confirmation?.reread).toBeGreaterThan(0)
    await interrupted(whole.calls.length - 1, {live})
    const resumed = await scanIt({live: {...live, resume: true}, now: later(60_000)})
    expect(resumed.report.inputs.live.kept).toMatchObject({resumed: true})
    expect(reads(resumed)).toBe(0)
    expect(driftIn(resumed.report)).toEqual(driftIn(whole.report))
    expect(await files()).toEqual([])
  })

  test.each([4, 12, 20, 30])('stopped after %i calls is taken up where it was', async (stop) => {
    const whole = await scanIt({cacheFolder: join(folder, 'other')})
    await interrupted(stop)
    const resumed = await scanIt({live: {resume: true}, now: later(60_000)})
    expect(outcome(resumed.report)).toEqual(outcome(whole.report))
    expect(reads(resumed)).toBeLessThanOrEqual(reads(whole))
    if (stop > 12) {
      expect(reads(resumed)).toBeLessThan(reads(whole))
      expect(resumed.report.inputs.live.kept).toMatchObject({resumed: true, oldest: '2026-05-01T12:00:00.000Z'})
    }
  })

  test('may be interrupted again and again', async () => {
    const whole = await scanIt({cacheFolder: join(folder, 'other')})
    for (const stop of [14, 12, 10]) await interrupted(stop, {live: {resume: true}})
    const resumed = await scanIt({live: {resume: true}})
    expect(outcome(resumed.report)).toEqual(outcome(whole.report))
  })

  test('is taken up by several at once without harm', async () => {
    const whole = await scanIt({cacheFolder: join(folder, 'other')})
    await interrupted(25)
    const resumed = {folder, cacheFolder, live: {resume: true}}
    const all = await scannedTogether(world, [resumed, resumed, {...resumed, live: {resume: true, cacheMs: hour}}])
    for (const {report} of all) expect(outcome(report)).toEqual(outcome(whole.report))
  })

  test('is forgotten by a scan that is not told to take it up, and nothing stays of one that ended', async () => {
    await interrupted(25)
    expect(await files()).not.toEqual([])
    const anew = await scanIt()
    expect(anew.report.inputs.live.kept).toBeUndefined()
    const resumed = await scanIt({live: {resume: true}})
    expect(resumed.report.inputs.live.kept).toMatchObject({parts: 0, resumed: false, nothingToResume: true})
    expect((await files()).filter((name) => name.endsWith('.pages'))).toEqual([])
  })

  test('leaves nothing of a secret on the disk', async () => {
    await interrupted(30)
    const parts = (await files())
      .filter((name) => !name.endsWith('.run'))
      .map((name) => join(cacheFolder, 'live', name))
    const texts = (await Promise.all(parts.map(textsOf))).flat()
    expect(texts.join('')).toContain('"kind":"object"')
    expect(texts.join('')).not.toMatch(/not-a-secret|token of/)
  })
})

describe('a scan that is to go on with another', () => {
  test.each([
    ['there was none', async () => undefined],
    ['that had no answer yet', async () => interrupted(2)],
    ['that came to its end', async () => scanIt()],
  ])('says that there is nothing to resume: %s', async (_, before) => {
    await before()
    const {report} = await scanIt({live: {resume: true}})
    expect(report.inputs.live.kept).toMatchObject({parts: 0, nothingToResume: true})
    expect(openingRows(report)).toContainEqual({
      label: '',
      text: 'nothing to resume: no interrupted run had asked the same of this access',
      isAside: true,
    })
  })
})

describe('when AWS answered', () => {
  const [first, second] = ['2026-05-01T12:00:00.000Z', '2026-05-01T12:01:00.000Z']
  const service = {choice: 'service'} as const

  test('is told of objects that services and Cloud Control show', async () => {
    for (const choice of ['service', 'cloud-control'] as const) {
      const {report} = await scanIt({live: {choice}})
      expect(report.inputs.live).toMatchObject({oldest: first, newest: first})
      expect(report.inputs.live.readers?.[0]).toMatchObject({reader: choice, oldest: first, newest: first})
    }
  })

  test('stays what it was where the answer is taken from a cache', async () => {
    const live = {...service, cacheMs: hour}
    await scanIt({live})
    const {report} = await scanIt({live, now: later(60_000)})
    expect(report.inputs.live).toMatchObject({oldest: first, newest: first})
  })

  test('is all that tells a scan that was taken up from one that was not', async () => {
    const whole = await scanIt({live: service, cacheFolder: join(folder, 'other')})
    await interrupted(Math.ceil(whole.calls.length / 2), {live: service})
    const resumed = await scanIt({live: {...service, resume: true}, now: later(60_000)})
    expect(outcome(resumed.report)).toEqual(outcome(whole.report))
    expect(resumed.report.inputs.live).toMatchObject({oldest: first, newest: second, kept: {resumed: true}})
  })
})

describe('a cache', () => {
  const cache = {live: {cacheMs: hour}}

  test('serves a second scan without a call for objects or tags, and says how old it is', async () => {
    const first = await scanIt(cache)
    const second = await scanIt({...cache, now: later(hour / 2)})
    expect(outcome(second.report)).toEqual(outcome(first.report))
    expect(second.calls.map(({call}) => call)).toEqual(['sts:GetCallerIdentity'])
    expect(second.report.inputs.live.kept).toEqual({
      parts: 7,
      oldest: '2026-05-01T12:00:00.000Z',
      resumed: false,
      damaged: 0,
    })
  })

  test('that is too old, or of another version or question, is not used', async () => {
    await scanIt(cache)
    expect(reads(await scanIt({...cache, now: later(2 * hour)}))).toBeGreaterThan(5)
    const other = await scanned({...world, perPlace: 30}, {folder, cacheFolder, ...cache})
    expect(reads(other)).toBeGreaterThan(5)
  })

  test('is not used by a scan that does not ask for it', async () => {
    await scanIt(cache)
    expect(reads(await scanIt())).toBeGreaterThan(5)
  })

  test.each([
    ['a scan that keeps nothing', async () => scanIt({now: later(1000)})],
    [
      'one that was interrupted and taken up',
      async () => {
        await interrupted(20, {now: later(1000)})
        await scanIt({live: {resume: true}, now: later(2000)})
      },
    ],
    [
      'one of both beside it',
      async () => {
        const own = {folder, cacheFolder, now: later(1000)}
        await scannedTogether(world, [own, {...own, live: {resume: true}}, {...own, ...cache}])
      },
    ],
  ])('outlasts %s, which leaves nothing of its own', async (_, other) => {
    const first = await scanIt(cache)
    const kept = await files()
    await other()
    expect((await files()).toSorted()).toEqual(kept.toSorted())
    const second = await scanIt({...cache, now: later(3000)})
    expect(reads(second)).toBe(0)
    expect(second.report.inputs.live.kept).toMatchObject({parts: 7, oldest: '2026-05-01T12:00:00.000Z', damaged: 0})
    expect(outcome(second.report)).toEqual(outcome(first.report))
  })

  test('that was being filled when the scan was interrupted is there for the next, whoever took the scan up', async () => {
    await interrupted(25, cache)
    const kept = (await files()).filter((name) => name.endsWith('.pages'))
    expect(kept).not.toEqual([])
    await scanIt({live: {resume: true}, now: later(1000)})
    expect((await files()).toSorted()).toEqual(kept.toSorted())
  })

  test('does not keep what was denied', async () => {
    const denied = [{trouble: 'denied', call: /Select|Discovered/, region: 'eu-west-1'}] as const
    const first = await scanIt({...cache, double: {disturbances: denied}})
    const second = await scanIt({...cache, now: later(1000)})
    const whole = await scanIt({cacheFolder: join(folder, 'other')})
    expect(first.report.gaps.some(({reason}) => reason === 'denied')).toBe(true)
    expect(outcome(second.report)).toEqual(outcome(whole.report))
    expect(second.calls.every(({region, call}) => region === 'eu-west-1' || call.startsWith('sts:'))).toBe(true)
  })

  test.each([
    ['cut short', async (file: string) => truncate(file, 500)],
    ['emptied', async (file: string) => truncate(file, 0)],
    ['changed in one place', async (file: string) => flip(file, 0.5)],
    ['overwritten', async (file: string) => writeFile(file, 'nothing of ours\n')],
  ])('with a file %s reads that part anew and says so', async (_, harm) => {
    const first = await scanIt(cache)
    const [name = ''] = (await files()).filter((file) => file.endsWith('.pages')).toSorted()
    await harm(join(cacheFolder, 'live', name))
    const second = await scanIt({...cache, now: later(1000)})
    expect(outcome(second.report)).toEqual(outcome(first.report))
    expect(second.report.inputs.live.kept).toMatchObject({damaged: 1})
  })

  test('is written by two scans at once without harm', async () => {
    const own = {folder, cacheFolder}
    const both = await scannedTogether(world, [
      {...own, ...cache},
      {...own, ...cache, now: later(1000)},
    ])
    const third = await scanIt({...cache, now: later(2000)})
    for (const {report} of both) expect(outcome(report)).toEqual(outcome(third.report))
    expect(reads(third)).toBe(0)
    expect(third.report.inputs.live.kept).toMatchObject({damaged: 0})
  })

  test('of more than a week ago is swept away by the next run', async () => {
    await scanIt(cache)
    const [left = ''] = (await files()).filter((name) => name.endsWith('.pages'))
    const file = join(cacheFolder, 'live', left)
    const now = later(30 * 24 * hour)
    await utimes(file, later(0), later(0))
    await scanIt({...cache, double: {}, now, live: {cacheMs: hour, choice: 'service'}})
    expect(await files()).not.toContain(left)
  })

  test('that cannot be written costs the cache, not the scan', async () => {
    await writeFile(cacheFolder, 'a file where the folder should be')
    const {report} = await scanIt(cache)
    expect(report.findings.length).toBeGreaterThan(0)
    const refused = `answers are neither kept nor taken up: ${join(cacheFolder, 'live')} cannot be written (ENOTDIR)`
    expect(report.inputs.live.kept).toEqual({parts: 0, damaged: 0, resumed: false, refused})
    expect(openingRows(report)).toContainEqual({label: '', text: refused, isAside: true})
    expect((await scanIt()).report.inputs.live.kept).toBeUndefined()
  })

  test('of which parts could not be written says how many', async () => {
    const live = join(cacheFolder, 'live')
    await scanIt(cache)
    for (const name of await files()) {
      // Nothing else can get the name of a folder that is not empty.
      await rm(join(live, name))
      await mkdir(join(live, name, 'in the way'), {recursive: true})
    }
    const {report} = await scanIt({...cache, now: later(2 * hour)})
    expect(report.inputs.live.kept).toMatchObject({parts: 0, refused: `7 readings could not be kept in ${live}`})
  })
})
