import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest'

import type {Report} from '../../src/model/report.ts'
import {driftIn, hidden, scanned} from './scanned.ts'
import {commonest} from './scenario.ts'

// Whole scans: a busy machine takes its time.
vi.setConfig({testTimeout: 90_000})

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trueup-partitions-'))
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(folder, {recursive: true})
})

function ids({findings}: Report, code: string): ReadonlySet<string | undefined> {
  return new Set(findings.filter((finding) => finding.code === code).map(({subject}) => subject.id))
}

/** Of which nobody declares what changed: a role of which the policies alone are, a table whose state is older; and what was so before. */
const same: ReadonlySet<string> = new Set(['strict-c0', 'locks-c0', 'orders-c0'])

/** Volumes that an instance brought along. */
function undeclared(report: Report, id: string): boolean {
  return id.startsWith('vol-') && ids(report, 'unmanaged').has(id)
}

describe.each([
  ['aws-cn', ['cn-northwest-1', 'cn-north-1']],
  ['aws-us-gov', ['us-gov-east-1', 'us-gov-west-1']],
] as const)('in %s', (partition, regions) => {
  const world = {...commonest, seed: 8, partition, accounts: 2, regions, perPlace: 60}
  const live = {roles: ['reader']}

  test('what is declared and what is live name it, and no other', async () => {
    const {scenario} = await scanned({...world, fixtures: ['aws_sqs_queue'], perPlace: 1}, {folder, live})
    const state = scenario.places.flatMap((place) => [...scenario.state(place)]).join('')
    expect(state).toContain(`arn:${partition}:sqs:${regions[0]}:`)
    expect(state).toContain(`https://sqs.${regions[0]}.amazonaws.com${partition === 'aws-cn' ? '.cn' : ''}/`)
    expect(state).not.toMatch(/arn:aws:/)
  })

  test.each(['service', 'auto', 'config'] as const)(
    'by %s, nothing differs where nobody changed anything',
    async (choice) => {
      const {report, calls} = await scanned(world, {folder, live: {...live, choice}})
      expect(driftIn(report).filter(({code}) => code !== 'unmanaged')).toEqual([])
      expect([...new Set(calls.map(({region}) => region))].toSorted()).toEqual(regions.toSorted())
      expect(calls.filter(({outcome}) => outcome === 'unanswered')).toEqual([])
    },
  )

  test.each(['service', 'auto'] as const)('by %s, each change is found, and placed there', async (choice) => {
    const changed = {...world, drifted: 0.3, missing: 0.1}
    const {scenario, report} = await scanned(changed, {folder, live: {...live, choice}})
    const {drifted, missing} = scenario.differences()
    expect(drifted.length).toBeGreaterThan(20)
    expect(ids(report, 'drifted')).toEqual(new Set(drifted.filter((id) => !same.has(id) && !undeclared(report, id))))
    expect(hidden(report)).toEqual([])
    expect(missing.filter((id) => !ids(report, 'missing').has(id) && !id.startsWith('vol-'))).toEqual([])
    expect(new Set(driftIn(report).map(({subject: {location}}) => location?.partition))).toEqual(new Set([partition]))
  })

  test('who changed it is asked there, of global services in the home region', async () => {
    const few = {...world, accounts: 1, perPlace: 1, fixtures: ['aws_cloudwatch_metric_alarm'], drifted: 1}
    const one = {...few, globalFixtures: ['aws_iam_role']}
    const {report, calls} = await scanned(one, {folder, live: {...live, choice: 'auto'}, attribute: true})
    const changed = report.findings.filter(({code}) => code === 'drifted')
    expect(new Set(changed.map(({subject}) => subject.objectType))).toEqual(
      new Set(['AWS::CloudWatch::Alarm', 'AWS::IAM::Role']),
    )
    expect(changed.filter(({change}) => !change?.actor?.arn?.startsWith(`arn:${partition}:`))).toEqual([])
    const asked = calls.filter(({call}) => call === 'cloudtrail:LookupEvents').map(({region}) => region)
    expect([...new Set(asked)].toSorted()).toEqual(regions.toSorted())
  })
})
