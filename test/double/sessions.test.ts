import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterEach, beforeEach, expect, test, vi} from 'vitest'

import {hidden, outcome, scanned} from './scanned.ts'

vi.setConfig({testTimeout: 90_000})

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trueup-sessions-'))
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(folder, {recursive: true})
})

const world = {seed: 4, accounts: 2, regions: ['eu-central-1', 'us-east-1'], perPlace: 60, drifted: 0.1}
const live = {roles: ['reader']}

test('credentials that expire in mid-scan are renewed, and the report is that of a session that lasted', async () => {
  const lasting = await scanned(world, {folder, live})
  const sessions = {folder, live, double: {latencyMs: 400, sessionSeconds: 1}}
  const {report, calls} = await scanned(world, sessions)
  expect(outcome(report)).toEqual(outcome(lasting.report))
  const assumed = calls.filter(({call}) => call === 'sts:AssumeRole')
  expect(assumed.length).toBeGreaterThan(lasting.calls.filter(({call}) => call === 'sts:AssumeRole').length)
  expect(calls.filter((call) => call.outcome === 'expired')).toEqual([])
})

test('a minute of AWS passes in a second of the double: its limits get wider, its latency shorter', async () => {
  const tagging = [{name: 'tagging', matches: /^tagging:/, perSecond: 1, burst: 1, because: 'for this test'}]
  const slow = {speed: 60, latencyMs: 3000, limits: tagging}
  const start = performance.now()
  const {report, calls} = await scanned(world, {folder, live, double: slow})
  const [took, asleep] = [performance.now() - start, calls.length * 3000]
  expect(took).toBeLessThan(asleep / 2)
  expect(hidden(report)).toEqual([])
})
