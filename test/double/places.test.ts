import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest'

import type {Report} from '../../src/model/report.ts'
import {driftIn, hidden, scanned} from './scanned.ts'
import type {Equipment} from './scenario.ts'

// Whole scans: a busy machine takes its time.
vi.setConfig({testTimeout: 90_000})

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trueup-places-'))
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(folder, {recursive: true})
})

const one = {
  seed: 6,
  accounts: 1,
  regions: ['eu-central-1'],
  perPlace: 2,
  fixtures: ['aws_sqs_queue'],
  drifted: 1,
}

/** In which accounts and regions something drifted. */
function places(report: Report): readonly string[] {
  const found = driftIn(report).map(({subject: {location}}) => `${location?.account} ${location?.region}`)
  return [...new Set(found)].toSorted()
}

function accountsIn(report: Report): readonly string[] {
  return [...new Set(places(report).map((place) => place.split(' ')[0] ?? ''))]
}

describe('an organisation', () => {
  const [work, gpu, sandbox] = ['ou-exam-00000001', 'ou-exam-00000002', 'ou-exam-00000003']
  // More than a page of accounts in one unit, and of units below one.
  const crowd = Array.from({length: 21}, (): Equipment => ({units: [work]}))
  const corners = Array.from({length: 21}, (_, at): Equipment => ({units: [sandbox, `ou-exam-1${at + 1000}`]}))
  const equipment: readonly Equipment[] = [
    {},
    ...crowd,
    {units: [work, gpu]},
    {units: [work, gpu], state: 'SUSPENDED'},
    ...corners,
  ]
  const world = {...one, accounts: equipment.length, equipment}
  const ids = equipment.map((_, at) => String(111_100_000_000 + at * 1_000_001))
  const live = {choice: 'auto', roles: ['reader']} as const

  test.each([
    ['a unit with those below it', [work], ids.slice(1, 23)],
    ['the lowest', [gpu], [ids[22]]],
    ['a unit of units', [sandbox], ids.slice(24)],
    ['the root', ['r-exam'], ids.filter((id) => id !== ids[23])],
    ['all of it', [], ids.filter((id) => id !== ids[23])],
  ])('%s: what drifted in its accounts, whatever is declared elsewhere', async (_, units, accounts) => {
    const {report, calls} = await scanned(world, {folder, live: {...live, organization: {units}}})
    expect(accountsIn(report)).toEqual(accounts)
    const left = new Set(hidden(report).map(({reason, location}) => `${reason} ${location?.account}`))
    expect(left).toEqual(new Set(ids.filter((id) => !accounts.includes(id)).map((id) => `not-read ${id}`)))
    expect(calls.filter(({outcome}) => outcome !== 'ok' && outcome !== 'fault')).toEqual([])
  })

  test('a unit that is not there is named, with who may list', async () => {
    const asked = scanned(one, {folder, live: {...live, organization: {units: ['ou-exam-99999999']}}})
    await expect(asked).rejects.toMatchObject({
      code: 'organization-unreadable',
      message: expect.stringMatching(/ParentNotFoundException.*ou-exam-99999999/) as string,
    })
  })

  test('who may not list the units is told the action', async () => {
    const disturbances = [{trouble: 'denied', call: /ListOrganizationalUnits/}] as const
    const asked = scanned(world, {folder, live: {...live, organization: {units: [work]}}, double: {disturbances}})
    await expect(asked).rejects.toMatchObject({
      code: 'organization-unreadable',
      fault: 'user',
      hint: expect.stringContaining('organizations:ListOrganizationalUnitsForParent') as string,
    })
  })
})

describe('--region all', () => {
  const regions = ['eu-central-1', 'us-east-1', 'me-central-1', 'ap-south-1']
  const world = {...one, accounts: 2, regions, equipment: [{}, {regions: ['eu-central-1', 'us-east-1']}]}
  const live = {choice: 'auto', roles: ['reader'], regions: ['all']} as const
  const [first, second] = ['111100000000', '111101000001']
  const on = [
    ...regions.map((region) => `${first} ${region}`),
    `${second} eu-central-1`,
    `${second} us-east-1`,
  ].toSorted()

  test.each([
    ['of Account Management, page by page', []],
    ['of EC2, where that is denied', [{trouble: 'denied', call: /^account:/}]],
  ] as const)('is the regions that each account has switched on: %s', async (_, disturbances) => {
    const {report, calls} = await scanned(world, {folder, live, double: {disturbances}})
    expect(places(report)).toEqual(on)
    const asked = calls.filter(({call}) => call === 'tagging:GetResources')
    expect([...new Set(asked.map(({account, region}) => `${account} ${region}`))].toSorted()).toEqual(on)
    expect(new Set(calls.map(({call}) => call)).has('ec2:DescribeRegions')).toBe(disturbances.length > 0)
    // What is declared in a region that is off was not looked at.
    expect(new Set(hidden(report).map(({location}) => `${location?.account} ${location?.region}`))).toEqual(
      new Set([`${second} ap-south-1`, `${second} me-central-1`]),
    )
  })

  test('where both are denied, nothing is guessed', async () => {
    const disturbances = [{trouble: 'denied', call: /^account:|ec2:DescribeRegions/}] as const
    await expect(scanned(world, {folder, live, double: {disturbances}})).rejects.toMatchObject({
      code: 'regions-unreadable',
      message: expect.stringContaining('ec2:DescribeRegions') as string,
    })
  })
})
