import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest'

import {loadCatalog} from '../../src/catalog/catalog.ts'
import {readStates} from '../../src/declared/state/read-states.ts'
import {writeSnapshot} from '../../src/live/snapshot/write.ts'
import type {DeclaredResource} from '../../src/model/declared.ts'
import type {LiveEvent, LiveObject, LivePage} from '../../src/model/live.ts'
import {silentProgress} from '../../src/model/progress.ts'
import type {ValueRecord} from '../../src/model/value.ts'
import {openLiveSide} from '../../src/pipeline/live.ts'
import {scan, type ScanRequest} from '../../src/pipeline/scan.ts'
import {chance} from '../double/random.ts'
import {scenarioOf, writeStates} from '../double/scenario.ts'
import {startDouble} from '../double/server.ts'
import {signIn} from '../double/sign-in.ts'
import {echo} from '../echo/echo.ts'
import {inOnePiece, reversed, saying} from './live-sides.ts'

// Whole scans, several a test: a busy machine takes its time.
vi.setConfig({testTimeout: 90_000})

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trueup-accounts-'))
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(folder, {recursive: true})
})

const policies = [{name: 'finops-baseline.yaml', text: readFileSync('policies/finops-baseline.yaml', 'utf8')}]

const surroundings = {
  now: new Date('2026-05-01T12:00:00Z'),
  version: '0.0.0',
  stdin: (async function* () {})(),
  signal: new AbortController().signal,
  progress: silentProgress,
}

/** The reports of one pass over everything, of one account after another, and of the accounts in another order. */
async function reports(request: ScanRequest, open: typeof openLiveSide) {
  const texts: string[] = []
  for (const live of [inOnePiece(open), open, reversed(open)]) {
    texts.push(JSON.stringify(await scan(request, surroundings, live), undefined, 1))
  }
  const [whole = '', byAccount = '', otherOrder = ''] = texts
  return {whole, byAccount, otherOrder}
}

describe('account by account the report is that of one pass over everything, whatever their order', () => {
  test('of the embedded sample', async () => {
    const request: ScanRequest = {
      states: ['fixtures/demo'],
      live: {kind: 'snapshot', file: 'fixtures/demo/live.jsonl'},
      policies,
    }
    const {whole, byAccount, otherOrder} = await reports(request, openLiveSide)
    expect(JSON.parse(whole).findings.length).toBeGreaterThan(50)
    expect(byAccount).toBe(whole)
    expect(otherOrder).toBe(whole)
  })

  test.each(['config', 'auto'] as const)('of several accounts of the double, by --live %s', async (choice) => {
    const world = {seed: 9, accounts: 3, regions: ['eu-central-1', 'us-east-1'], perPlace: 40}
    const scenario = await scenarioOf({...world, drifted: 0.1, missing: 0.1, unmanaged: 1})
    await using aws = await startDouble({world: scenario.world, limits: []})
    signIn(aws.url, folder)
    const states = await writeStates(scenario, join(folder, 'states'))
    const request: ScanRequest = {
      states,
      live: {kind: 'aws', choice, regions: [], roles: ['reader']},
      policies,
    }
    const {whole, byAccount, otherOrder} = await reports(request, openLiveSide)
    expect(JSON.parse(whole).inputs.live.name).toBe('3 AWS accounts')
    expect(byAccount).toBe(whole)
    expect(otherOrder).toBe(whole)
  })

  test.each(Array.from({length: 16}, (_, seed) => seed))('of an organisation in disorder (%i)', async (seed) => {
    const states = await writeDisorder(seed)
    const catalog = await loadCatalog()
    const resources: DeclaredResource[] = []
    for await (const event of readStates(states)) if (event.kind === 'resource') resources.push(event.resource)
    for (const {type} of resources) await catalog.want(type)
    const events = disorder(seed, echo(resources, catalog))
    const request: ScanRequest = {states, live: {kind: 'snapshot', file: 'none'}, policies}
    const {whole, byAccount, otherOrder} = await reports(request, saying(events))
    expect(JSON.parse(whole).coverage.resources.compared).toBeGreaterThan(5)
    expect(byAccount).toBe(whole)
    expect(otherOrder).toBe(whole)
  })

  test.each([3, 8, 14])('of a snapshot of an organisation in disorder (%i)', async (seed) => {
    const states = await writeDisorder(seed)
    const catalog = await loadCatalog()
    const resources: DeclaredResource[] = []
    for await (const event of readStates(states)) if (event.kind === 'resource') resources.push(event.resource)
    for (const {type} of resources) await catalog.want(type)
    const file = join(folder, 'live.jsonl')
    await writeSnapshot(pageOf(disorder(seed, echo(resources, catalog))), file, origin)
    const request: ScanRequest = {states, live: {kind: 'snapshot', file}, policies}
    const {whole, byAccount, otherOrder} = await reports(request, openLiveSide)
    expect(byAccount).toBe(whole)
    expect(otherOrder).toBe(whole)
    // As files were that do not say how they are ordered.
    const [header = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n')
    const end = lines.pop()
    const former = [header.replace('"order":"account",', ''), ...lines.toReversed(), end]
    await writeFile(file, `${former.join('\n')}\n`)
    expect((await reports(request, openLiveSide)).byAccount).toBe(whole)
  })
})

test('of a snapshot an account is let go where the next one begins', async () => {
  const objects = accounts.map((account): LiveEvent => {
    const location = {partition: 'aws', account, region: 'eu-central-1'}
    return {kind: 'object', object: {type: 'AWS::SQS::Queue', id: account, location, properties: {}, reader: 'config'}}
  })
  const [whole, cut] = [join(folder, 'whole.jsonl'), join(folder, 'cut.jsonl')]
  await writeSnapshot(pageOf(objects), whole, origin)
  // The file breaks off in the last account: those before it are whole all the same.
  await writeFile(cut, readFileSync(whole, 'utf8').split('\n').slice(0, 4).join('\n'))
  const catalog = await loadCatalog()
  const side = await openLiveSide({kind: 'snapshot', file: cut}, {types: [], declared: []}, catalog, surroundings)
  const read: string[] = []
  const reading = (async () => {
    for await (const {account, index} of side.accounts) read.push(`${account} ${index.count}`)
  })()
  await expect(reading).rejects.toMatchObject({code: 'snapshot-truncated'})
  expect(read).toEqual(['111111111111 1', '222222222222 1'])
})

const origin = {createdAt: '2026-05-01T12:00:00Z', trueup: '0.0.0', locations: []}

async function* pageOf(events: readonly LiveEvent[]): AsyncGenerator<LivePage> {
  yield events
}

const accounts = ['111111111111', '222222222222', '333333333333']
const types = readdirSync('fixtures/types').filter((type) => existsSync(`fixtures/types/${type}/terraform.tfstate`))

interface State {
  readonly resources: readonly {
    readonly name: string
    readonly instances: readonly {readonly attributes?: Readonly<Record<string, unknown>>}[]
  }[]
}

/** States of several accounts: what fixtures declare, now and then of two accounts at once, or without a word of where it is. */
async function writeDisorder(seed: number): Promise<readonly string[]> {
  const files: string[] = []
  for (const account of accounts) {
    const chosen = types.filter((type) => chance(seed, `${account} ${type}`) < 0.12)
    for (const type of chosen) {
      const text = readFileSync(`fixtures/types/${type}/terraform.tfstate`, 'utf8')
      const isVague = chance(seed, `vague ${account} ${type}`) < 0.25
      const state = JSON.parse(text.replaceAll('123456789012', account)) as State
      const file = join(folder, `${account}-${type}.tfstate`)
      await writeFile(file, JSON.stringify(isVague ? vague(state) : state))
      files.push(file)
    }
  }
  return files
}

function vague(state: State): object {
  return {
    ...state,
    resources: state.resources.map((resource) => ({
      ...resource,
      instances: resource.instances.map(({attributes: {arn: _arn, region: _region, ...attributes} = {}, ...rest}) => ({
        ...rest,
        attributes,
      })),
    })),
  }
}

/** More, and larger: what costs. */
function dearer(properties: ValueRecord): ValueRecord {
  const changed = Object.entries(properties).map(([name, value]) => {
    if (/InstanceType$|Class$/.test(name)) return [name, 'm5.24xlarge']
    return [name, typeof value === 'number' ? value * 2 + 1 : value]
  })
  return Object.fromEntries(changed) as ValueRecord
}

/** What is live: as declared, or gone, changed, moved to another account, there in two, with an owner, or not read. */
function disorder(seed: number, objects: readonly LiveObject[]): readonly LiveEvent[] {
  const found = objects.flatMap((object): readonly LiveObject[] => {
    const roll = (what: string) => chance(seed, `${what} ${object.type} ${object.id} ${object.location.account}`)
    const other = accounts[Math.floor(roll('other') * accounts.length)] ?? ''
    const moved = {...object, location: {...object.location, account: other}}
    const how = roll('how')
    if (how < 0.1) return []
    if (how < 0.2) return [{...object, tags: {Owner: 'somebody', 'aws:autoscaling:groupName': 'workers'}}]
    if (how < 0.3) return [moved]
    if (how < 0.35) return [{...object, properties: dearer(object.properties)}]
    if (how < 0.4) return [object, ...(other === object.location.account ? [] : [moved])]
    if (how < 0.5) return [object, {...object, id: `${object.id}0`}]
    return [object]
  })
  const distinct = new Map(
    found.map((object) => [[object.type, object.id, ...Object.values(object.location)].join(), object]),
  )
  const events: LiveEvent[] = [...distinct.values()].map((object) => ({kind: 'object', object}))
  for (const type of new Set(objects.map((object) => object.type))) {
    for (const account of accounts) {
      for (const region of new Set(objects.map(({location}) => location.region))) {
        const location = {partition: 'aws', account, region}
        const roll = chance(seed, `scope ${type} ${account} ${region}`)
        const hides = {count: 0, examples: []}
        const detail = `Not allowed to read ${type}.`
        if (roll < 0.1) events.push({kind: 'gap', gap: {reason: 'denied', type, location, detail, hides}})
        else if (roll < 0.95) events.push({kind: 'scope', scope: {type, location, reader: 'cloud-control', sees: '*'}})
      }
    }
  }
  return events
}
