import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterEach, beforeEach, expect, test, vi} from 'vitest'

import type {LiveChoice} from '../../src/live/abilities.ts'
import type {CallEstimate} from '../../src/model/estimate.ts'
import {estimated, scanned, type Scanning} from './scanned.ts'
import {commonest} from './scenario.ts'
import type {LoggedCall} from './server.ts'

vi.setConfig({testTimeout: 120_000})

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trueup-estimate-'))
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(folder, {recursive: true})
})

const world = {
  seed: 8,
  accounts: 2,
  regions: ['eu-central-1', 'us-east-1'],
  perPlace: 260,
  unmanaged: 3,
  ...commonest,
  equipment: [{aggregated: true}, {recorded: false}],
}

/** What was called, under the names of the estimate: it has a service's calls as one. */
function tally(calls: readonly LoggedCall[], {action, account, region}: CallEstimate): number {
  const [prefix = '', operation = ''] = action.split(':')
  return calls.filter(({call, ...place}) => {
    const [service, name] = call.split(':')
    const isSame = service === (signing[prefix] ?? prefix) && (operation === '*' || name === operation)
    return isSame && place.account === account && place.region === region
  }).length
}

const signing: Readonly<Record<string, string>> = {
  tag: 'tagging',
  cloudformation: 'cloudcontrolapi',
  cloudwatch: 'monitoring',
}

const cases: readonly (readonly [string, NonNullable<Scanning['live']>])[] = [
  ...(['config', 'service', 'auto'] satisfies readonly LiveChoice[]).map((choice) => [choice, {choice}] as const),
  ['auto with an aggregator', {choice: 'auto', aggregator: 'organisation'}],
]

test.each(cases)(
  '--live %s: a scan calls no less than was estimated, and no more where a most is told',
  async (_, of) => {
    const live = {...of, roles: ['reader']}
    const {calls: lines} = await estimated(world, {folder, live})
    const {calls} = await scanned(world, {folder, live})
    const off = lines.filter((line) => {
      const times = tally(calls, line)
      return times < line.atLeast || times > (line.atMost ?? Infinity)
    })
    expect(
      off.map((line) =>
        [line.account, line.region, line.action, line.atLeast, line.atMost, tally(calls, line)].join(' '),
      ),
    ).toEqual([])
    expect(lines.every(({atMost, open}) => (atMost === undefined) !== (open === undefined))).toBe(true)
    const bounded = lines.filter(({action, atMost}) => /:Select/.test(action) && atMost !== undefined)
    // An aggregator does not tell how many global objects it has.
    if (of.choice !== 'service' && !('aggregator' in of)) expect(bounded.length).toBeGreaterThan(1)
  },
)
