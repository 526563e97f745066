import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest'

import {estimated, hidden, scanned, type Scanned, type Scanning} from './scanned.ts'

vi.setConfig({testTimeout: 60_000})

let folder: string
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'trueup-regions-'))))
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(folder, {recursive: true})
})

const world = {seed: 3, accounts: 1, regions: ['eu-central-1'], perPlace: 20}
/** Opened after the SDK was released. */
const newRegion = 'eu-northeast-7'

async function readingIn(regions: readonly string[], double: Scanning['double'] = {}): Promise<Scanned> {
  return scanned(world, {folder, live: {regions}, double})
}

describe('a region that was asked for', () => {
  test.each([[['eu-central-1', 'eu-centrall-1']], [['eu-centrall-1', 'eu-central-1']]])(
    'and that AWS does not have is told before anything is read: %j',
    async (regions) => {
      const calls: string[] = []
      const refused = readingIn(regions, {onCall: ({call, region}) => calls.push(`${call} ${region}`)})
      await expect(refused).rejects.toMatchObject({
        code: 'region-unknown',
        fault: 'user',
        message: 'AWS has no region "eu-centrall-1" in the partition aws',
        hint: 'Did you mean --region eu-central-1?',
      })
      expect([...new Set(calls)]).toEqual(['sts:GetCallerIdentity eu-central-1', 'account:ListRegions eu-central-1'])
    },
  )

  test('and that is of another partition is told as well, and so it is in an estimate', async () => {
    const live = {regions: ['eu-central-1', 'cn-north-1']}
    await expect(estimated(world, {folder, live})).rejects.toMatchObject({code: 'region-unknown'})
  })

  test('and that is newer than the SDK is read, since AWS has it', async () => {
    const regions = ['eu-central-1', newRegion]
    const {report, calls} = await scanned({...world, regions}, {folder, live: {regions}})
    expect(calls.some(({call, region}) => region === newRegion && call === 'config:SelectResourceConfig')).toBe(true)
    expect(hidden(report)).toEqual([])
  })

  test('and of which nobody may ask is read, and a gap says so', async () => {
    const denied = [{trouble: 'denied', call: /ListRegions|DescribeRegions/}] as const
    const {report, calls} = await readingIn(['eu-central-1', 'eu-centrall-1'], {disturbances: denied})
    expect(calls.some(({region}) => region === 'eu-centrall-1')).toBe(true)
    expect(report.summary.clean).toBe(false)
    expect(report.gaps).toContainEqual(
      expect.objectContaining({
        reason: 'denied',
        action: 'ec2:DescribeRegions',
        location: {partition: 'aws', region: 'eu-centrall-1'},
        detail: expect.stringMatching(/^It is not certain that there is a region eu-centrall-1\. /),
      }),
    )
  })

  test('and that the SDK knows is not asked about', async () => {
    const {calls} = await readingIn(['eu-central-1'])
    expect(calls.filter(({call}) => call === 'account:ListRegions')).toEqual([])
  })
})
