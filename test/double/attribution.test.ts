import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest'

import type {Finding} from '../../src/model/finding.ts'
import type {Report} from '../../src/model/report.ts'
import {changedAt, handOn, recordedAt, recordedBefore} from './hands.ts'
import {limits} from './limits.ts'
import {driftIn, scanned} from './scanned.ts'

vi.setConfig({testTimeout: 60_000})

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trueup-attribution-'))
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(folder, {recursive: true})
})

/** Two lookups a second are all that an account and region have: few changes in each take least. Config does not keep log groups. */
const world = {
  seed: 4,
  accounts: 3,
  regions: ['eu-central-1'],
  perPlace: 4,
  fixtures: ['aws_db_instance', 'aws_cloudwatch_log_group'],
  globalFixtures: ['aws_iam_role'],
  drifted: 0.6,
  missing: 0.3,
}
const scanning = {attribute: true, live: {choice: 'auto', roles: ['reader']}} as const

function told({findings}: Report): readonly Finding[] {
  return findings.filter(({code}) => code === 'drifted' || code === 'missing')
}

function subjects(report: Report): readonly string[] {
  return told(report).map(({code, subject: {location, id}}) =>
    [code, location?.account, location?.region, id].join(' '),
  )
}

/** What CloudTrail knows of a change: all of it follows from who did it, and when. */
function made({subject: {id = ''}}: Finding): object {
  const {name, session, means, address} = handOn(id)
  return {
    at: changedAt(id).toISOString(),
    certainty: 'property',
    actor: {kind: session ? 'role' : 'user', name, ...(session && {session})},
    means,
    from: address,
  }
}

test('who changed and who deleted what, when, how and from where, at the pace that CloudTrail allows', async () => {
  const double = {limits: limits.filter(({name}) => name === 'cloudtrail'), speed: 1.2}
  const {report, calls} = await scanned(world, {folder, ...scanning, double})
  expect(new Set(told(report).map(({code}) => code))).toEqual(new Set(['drifted', 'missing']))
  expect(told(report).map(({change}) => change)).toMatchObject(told(report).map(made))
  expect(new Set(told(report).map(({change}) => change?.means))).toEqual(new Set(['console', 'cli', 'automation']))
  expect(calls.filter(({outcome}) => outcome !== 'ok' && outcome !== 'fault')).toEqual([])
})

test('who made what nobody declares', async () => {
  const undeclared = {...world, accounts: 1, perPlace: 1, drifted: 0, missing: 0, unmanaged: 1}
  const {report} = await scanned(undeclared, {folder, ...scanning})
  const unmanaged = report.findings.filter(({code, subject: {id}}) => code === 'unmanaged' && id?.endsWith('-c1'))
  expect(new Set(unmanaged.map(({change}) => change?.event?.name))).toEqual(
    new Set(['CreateDBInstance', 'CreateLogGroup', 'CreateRole']),
  )
  expect(unmanaged.map(({change}) => change)).toMatchObject(unmanaged.map(made))
})

/** AWS Config knows between which recordings it was, whatever it calls the object and however many weeks lie between. */
function recorded({code, subject: {id = '', objectType}}: Finding): object | undefined {
  if (code === 'missing' || objectType === 'AWS::Logs::LogGroup') return undefined
  return {at: recordedAt(id).toISOString(), after: recordedBefore(id).toISOString()}
}

describe('without an answer, what drifted is told all the same', () => {
  test('CloudTrail is denied: a gap for each place, and the time is that of AWS Config', async () => {
    const undisturbed = await scanned(world, {folder, ...scanning, attribute: false})
    const disturbances = [{trouble: 'denied', call: /LookupEvents/}] as const
    const {report} = await scanned(world, {folder, ...scanning, double: {disturbances}})
    expect(subjects(report)).toEqual(subjects(undisturbed.report))
    const times = told(report).map(recorded)
    expect(new Set(times).size).toBeGreaterThan(2)
    expect(told(report).map(({change}) => change)).toEqual(times.map((time) => time && {...time, certainty: 'time'}))
    const denied = report.gaps.filter(({action}) => action === 'cloudtrail:LookupEvents')
    expect(new Set(denied.map(({reason}) => reason))).toEqual(new Set(['denied']))
    const hidden = denied.reduce((sum, {hides}) => sum + hides.count, 0)
    expect(hidden).toBe(driftIn(report).length)
  })

  test('AWS Config is denied as well: one gap more, and no time', async () => {
    const disturbances = [{trouble: 'denied', call: /LookupEvents|GetResourceConfigHistory/}] as const
    const {report} = await scanned(world, {folder, ...scanning, double: {disturbances}})
    expect(told(report).length).toBeGreaterThan(5)
    expect(told(report).filter(({change}) => change)).toEqual([])
    expect(new Set(report.gaps.map(({action}) => action))).toContain('config:GetResourceConfigHistory')
  })
})

test.each(['throttled', 'truncated', 'reset'] as const)('%s once, the answer is the same', async (trouble) => {
  const few = {...world, accounts: 1, perPlace: 1, globalFixtures: [], drifted: 1, missing: 0}
  const disturbances = [{trouble, call: /LookupEvents/, attempts: 1}]
  const {report, calls} = await scanned(few, {folder, ...scanning, double: {disturbances}})
  expect(calls.filter(({outcome}) => outcome === trouble).length).toBeGreaterThan(1)
  expect(told(report).map(({change}) => change)).toMatchObject(told(report).map(made))
  expect(report.gaps.filter(({action}) => action === 'cloudtrail:LookupEvents')).toEqual([])
})
