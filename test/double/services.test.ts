import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest'

import type {Report} from '../../src/model/report.ts'
import {driftIn, hidden, scanned, type Scanned, type Scanning} from './scanned.ts'
import {commonest} from './scenario.ts'

// Whole scans: a busy machine takes its time.
vi.setConfig({testTimeout: 120_000})

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trueup-services-'))
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(folder, {recursive: true})
})

const world = {
  seed: 11,
  accounts: 1,
  regions: ['eu-central-1'],
  perPlace: 100,
  ...commonest,
  equipment: [{aggregated: true}],
}
const changedWorld = {...world, drifted: 0.4, missing: 0.1, unmanaged: 1}

interface View {
  readonly live: NonNullable<Scanning['live']>
  /** Terraform types at whose resources it cannot look. */
  readonly blind: readonly string[]
  /** Object types of which it cannot list what nobody declares. */
  readonly unlisted?: readonly string[]
}

/** Who may read, and what each of them cannot see of this world: all else has to be the same. */
const views: Readonly<Record<string, View>> = {
  'the services': {live: {choice: 'service'}, blind: []},
  'AWS Config': {live: {choice: 'config'}, blind: ['aws_cloudwatch_log_group'], unlisted: ['aws_cloudwatch_log_group']},
  'Cloud Control': {
    live: {choice: 'cloud-control'},
    blind: ['aws_internet_gateway_attachment', 'aws_sqs_queue_policy', 'aws_vpn_gateway_attachment'],
  },
  'whoever is best': {live: {choice: 'auto'}, blind: []},
  'an aggregator first': {live: {choice: 'auto', aggregator: 'organisation'}, blind: []},
}

function outline(report: Report): readonly string[] {
  return driftIn(report)
    .map((one) => [one.code, one.subject.type, one.subject.id, 'path' in one && one.path].join(' '))
    .toSorted()
}

function blind(report: Report): readonly string[] {
  return hidden(report)
    .map(({type}) => type ?? '')
    .toSorted()
}

function unanswered({calls}: Scanned): readonly string[] {
  return calls.filter(({outcome}) => outcome === 'unanswered').map(({call}) => call)
}

function without(types: readonly string[], lines: readonly string[]): readonly string[] {
  return lines.filter((line) => !types.some((type) => line.includes(` ${type} `)))
}

describe.each(Object.entries(views))('as %s tells it', (_, {live, blind: unseen, unlisted = []}) => {
  test('nothing differs where everything is as declared', async () => {
    const scan = await scanned(world, {folder, live})
    expect(outline(scan.report).filter((line) => !line.startsWith('unmanaged'))).toEqual([])
    expect(blind(scan.report)).toEqual(unseen)
    expect(unanswered(scan)).toEqual([])
  })

  test('what was changed, deleted and made by hand is the same as any other tells it', async () => {
    const byServices = await scanned(changedWorld, {folder, live: {choice: 'service'}})
    const scan = await scanned(changedWorld, {folder, live})
    expect(outline(scan.report)).toEqual(without([...unseen, ...unlisted], outline(byServices.report)))
    expect(unanswered(scan)).toEqual([])
  })
})

test('the changed world has a change of most types, and each change is found', async () => {
  const {report, scenario} = await scanned(changedWorld, {folder, live: {choice: 'service'}})
  const {drifted, missing} = scenario.differences()
  const found = (code: string) =>
    new Set(report.findings.filter((one) => one.code === code).map(({subject}) => subject.id))
  // The third copies, and what is told to be unmanaged, are what nobody declared.
  const undeclared = found('unmanaged')
  const declared = (ids: readonly string[]) => new Set(ids.filter((id) => !/-c2\b/.test(id) && !undeclared.has(id)))
  expect(found('drifted')).toEqual(declared(drifted))
  // A volume that an instance brings along is told of with the instance.
  expect(withoutVolumes(found('missing'))).toEqual(withoutVolumes(declared(missing)))
  const types = new Set(report.findings.filter(({code}) => code === 'drifted').map(({subject}) => subject.type))
  expect(types.size).toBeGreaterThan(9)
})

test('what can be got but not listed, Resource Explorer finds', async () => {
  const few = {seed: 2, accounts: 1, regions: ['eu-central-1'], perPlace: 8, unmanaged: 1, fixtures: ['aws_subnet']}
  const equipment = [{recorded: false, indexed: true}]
  const disturbances = [{trouble: 'denied', call: /^(ec2:DescribeSubnets|cloudcontrolapi:ListResources)$/}] as const
  const {report, calls} = await scanned({...few, equipment}, {folder, live: {choice: 'auto'}, double: {disturbances}})
  expect(calls.map(({call}) => call)).toEqual(
    expect.arrayContaining([
      'cloudcontrolapi:GetResource',
      'resource-explorer-2:ListIndexes',
      'resource-explorer-2:Search',
    ]),
  )
  const found = report.findings.map(({code, subject}) => `${code} ${/-c\d$/.exec(subject.id ?? '')?.[0]}`)
  expect(found).toEqual(Array.from({length: 4}, () => 'unmanaged -c2'))
})

function withoutVolumes(ids: ReadonlySet<string | undefined>): ReadonlySet<string | undefined> {
  return new Set([...ids].filter((id) => !id?.startsWith('vol-')))
}
