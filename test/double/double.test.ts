import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest'

import type {Report} from '../../src/model/report.ts'
import type {Trouble} from './disturbance.ts'
import {hidden, outcome, scanned} from './scanned.ts'

// Whole scans: a busy machine takes its time.
vi.setConfig({testTimeout: 90_000})

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trueup-double-'))
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(folder, {recursive: true})
})

const small = {seed: 1, accounts: 1, regions: ['eu-central-1', 'us-east-1'], perPlace: 100}

/** Gaps of declared objects. */
function gaps(report: Report): readonly string[] {
  return hidden(report).map(({reason, type, location}) => `${reason} ${type} ${location?.region}`)
}

function ids({findings}: Report, code: string): ReadonlySet<string | undefined> {
  return new Set(findings.filter((finding) => finding.code === code).map(({subject}) => subject.id))
}

describe('a scan of what the double says', () => {
  test('finds nothing where everything is as declared, and reads every page', async () => {
    const {scenario, report, calls} = await scanned(small, {folder})
    expect(report.findings.map(({code, subject}) => `${code} ${subject.address}`)).toEqual([])
    expect(gaps(report)).toEqual([])
    expect(report.inputs.live.objects).toBe(scenario.declared)
    expect(new Set(calls.map(({call}) => call))).toContain('tagging:GetResources')
  })

  test('finds each object that was changed or is gone, once', async () => {
    const {scenario, report} = await scanned({...small, drifted: 0.2, missing: 0.05}, {folder})
    const {drifted, missing} = scenario.differences()
    expect(drifted.length).toBeGreaterThan(5)
    expect(missing.length).toBeGreaterThan(3)
    expect(ids(report, 'drifted')).toEqual(new Set(drifted))
    expect(report.findings).toHaveLength(drifted.length + missing.length)
    expect(ids(report, 'missing')).toEqual(new Set(missing))
  })
})

describe('what goes wrong once', () => {
  const troubles: readonly Trouble[] = ['throttled', 'server-error', 'truncated', 'reset', 'trickled']
  test.each(troubles)('%s: the report is that of an undisturbed scan', async (trouble) => {
    const undisturbed = await scanned({...small, drifted: 0.1}, {folder})
    const disturbance = {
      trouble,
      call: trouble === 'throttled' ? /tagging:/ : /config:Select|tagging:/,
      region: 'us-east-1',
      attempts: 1,
    }
    const {report, calls} = await scanned({...small, drifted: 0.1}, {folder, double: {disturbances: [disturbance]}})
    expect(calls.filter((call) => call.outcome === trouble).length).toBeGreaterThan(0)
    expect(outcome(report)).toEqual(outcome(undisturbed.report))
  })
})

describe('what stays wrong', () => {
  test.each([
    ['denied', 'denied'],
    ['expired', 'failed'],
  ] as const)('%s: what it hides is a gap, the rest is reported', async (trouble, reason) => {
    const disturbances = [{trouble, call: /config:/, region: 'us-east-1'}]
    const {report} = await scanned({...small, missing: 0.1}, {folder, double: {disturbances}})
    expect(new Set(gaps(report).map((gap) => gap.split(' ')[0]))).toEqual(new Set([reason]))
    // Some global types are kept there alone.
    expect(gaps(report).filter((gap) => gap.endsWith('eu-central-1'))).toEqual([])
    expect(ids(report, 'missing').size).toBeGreaterThan(0)
  })
})
