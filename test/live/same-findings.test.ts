import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterEach, beforeEach, expect, test, vi} from 'vitest'

import type {LiveChoice} from '../../src/live/abilities.ts'
import type {Report} from '../../src/model/report.ts'
import {scanned} from '../double/scanned.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trueup-readers-'))
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(folder, {recursive: true})
})

/** Types that Config keeps in documents of their own and in those of CloudFormation. */
const fixtures = ['aws_sqs_queue', 'aws_sns_topic', 'aws_subnet', 'aws_internet_gateway', 'aws_db_subnet_group']
const world = {
  seed: 3,
  accounts: 1,
  regions: ['eu-central-1'],
  perPlace: 40,
  drifted: 0.3,
  missing: 0.15,
  unmanaged: 1,
  fixtures,
}

function outline({findings}: Report): readonly string[] {
  return findings.map((one) => `${one.code} ${one.subject.id} ${'path' in one ? one.path : ''}`).toSorted()
}

async function read(choice: LiveChoice) {
  const {report, calls, scenario} = await scanned(world, {folder, live: {choice}})
  return {found: outline(report), report, scenario, asked: new Set(calls.map(({call}) => call))}
}

test('whoever reads, the same is found; and nobody is asked whom --live leaves out', async () => {
  const byConfig = await read('config')
  const {drifted, missing} = byConfig.scenario.differences()
  expect(byConfig.found.filter((line) => line.startsWith('missing')).length).toBeGreaterThan(3)
  expect(byConfig.found.filter((line) => line.startsWith('drifted')).length).toBeGreaterThan(3)
  for (const {code, subject} of byConfig.report.findings) {
    if (code === 'missing') expect(missing).toContain(subject.id)
    if (code === 'drifted') expect(drifted).toContain(subject.id)
  }

  const byCloudControl = await read('cloud-control')
  expect(byCloudControl.found).toEqual(byConfig.found)
  expect([...byCloudControl.asked].filter((call) => call.startsWith('config:'))).toEqual([])

  const byBest = await read('auto')
  expect(byBest.found).toEqual(byConfig.found)
  const {confirmation, readers = []} = byBest.report.inputs.live
  expect(confirmation).toMatchObject({dismissed: 0})
  expect(readers.map(({reader}) => reader)).toEqual(expect.arrayContaining(['config', 'tagging']))
})
